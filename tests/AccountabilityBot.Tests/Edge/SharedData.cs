using AccountabilityBot.Tests.Contracts;

namespace AccountabilityBot.Tests.Edge;

/// <summary>
/// Real samples that lie beside the repository, or in the folder that <c>ACCOUNTABILITY_SHARED</c> names; a test that needs
/// them is skipped by name where they are absent.
/// </summary>
static class SharedData
{
    /// <summary>The folder of recorded activities; null when absent.</summary>
    internal static string? Activities => Path.Combine(Root, "data", "playground-activities") is var path && Directory.Exists(path) ? path : null;

    /// <summary>The vectors of Standard Webhooks; null when absent.</summary>
    internal static string? WebhookVectors => File("payloads", "standard-webhooks", "test_vectors.json");

    /// <summary>The events of a real help desk, CSV in gzip; null when absent.</summary>
    internal static string? HelpdeskLog => File("eventlogs", "helpdesk_italian_software.csv.gz");

    /// <summary>8,000 real leads of a marketplace, CSV; null when absent.</summary>
    internal static string? OlistLeads => File("olist", "olist_marketing_qualified_leads_dataset.csv");

    /// <summary>842 of them that were won, CSV; null when absent.</summary>
    internal static string? OlistDeals => File("olist", "olist_closed_deals_dataset.csv");

    /// <summary>The lead statuses of one company, with what each asks for, JSON; null when absent.</summary>
    internal static string? LeadLifecycle => File("taxonomy", "gitlab_lead_lifecycle.json");

    /// <summary>The statuses that vendors and companies begin with, JSON; null when absent.</summary>
    internal static string? StatusLists => File("taxonomy", "vendor_status_lists.json");

    /// <summary>Real leads of a school for professionals, CSV; null when absent.</summary>
    internal static string? SchoolLeads => File("xeducation", "Leads.csv");

    /// <summary>A registry of 32 real numbers, CSV; null when absent.</summary>
    internal static string? NumberRegistry => File("questions", "number_registry.csv");

    /// <summary>30 real questions about them, CSV; null when absent.</summary>
    internal static string? Questions => File("questions", "who_owns_questions_dev.csv");

    /// <summary>229 real indicators of one company, JSON; null when absent.</summary>
    internal static string? Indicators => File("gitlab", "performance_indicators.json");

    /// <summary>1,336 people of one company with the departments they name, JSON; null when absent.</summary>
    internal static string? OrgPeople => File("gitlab", "org_people_pseudonymised.json");

    static string Root => Environment.GetEnvironmentVariable("ACCOUNTABILITY_SHARED") is { Length: > 0 } named
        ? named
        : Path.Combine(Repository.Root, "..", "shared");

    static string? File(params string[] parts) => Path.Combine([Root, "data", .. parts]) is var path && System.IO.File.Exists(path) ? path : null;
}
