namespace AccountabilityBot.Tests.Edge;

/// <summary>Real samples that lie beside the repository; a test that needs them is skipped by name where they are absent.</summary>
static class SharedData
{
    /// <summary>The folder of recorded activities; null when absent.</summary>
    internal static string? Activities => Root is { } root && Directory.Exists(Path.Combine(root, "data", "playground-activities"))
        ? Path.Combine(root, "data", "playground-activities")
        : null;

    /// <summary>The vectors of Standard Webhooks; null when absent.</summary>
    internal static string? WebhookVectors => Root is { } root
        && Path.Combine(root, "data", "payloads", "standard-webhooks", "test_vectors.json") is var path && System.IO.File.Exists(path)
        ? path
        : null;

    /// <summary>The events of a real help desk, CSV in gzip; null when absent.</summary>
    internal static string? HelpdeskLog => Root is { } root
        && Path.Combine(root, "data", "eventlogs", "helpdesk_italian_software.csv.gz") is var path && System.IO.File.Exists(path)
        ? path
        : null;

    /// <summary>A registry of 32 real numbers, CSV; null when absent.</summary>
    internal static string? NumberRegistry => File("questions", "number_registry.csv");

    /// <summary>30 real questions about them, CSV; null when absent.</summary>
    internal static string? Questions => File("questions", "who_owns_questions_dev.csv");

    /// <summary>229 real indicators of one company, JSON; null when absent.</summary>
    internal static string? Indicators => File("gitlab", "performance_indicators.json");

    static string? File(string folder, string name) =>
        Root is { } root && Path.Combine(root, "data", folder, name) is var path && System.IO.File.Exists(path) ? path : null;

    static string? Root
    {
        get
        {
            if (Environment.GetEnvironmentVariable("ACCOUNTABILITY_SHARED") is { Length: > 0 } named)
                return named;
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "AccountabilityBot.sln")))
                folder = folder.Parent;
            return folder?.Parent is { } above ? Path.Combine(above.FullName, "shared") : null;
        }
    }
}
