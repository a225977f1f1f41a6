using System.Globalization;

namespace AccountabilityBot.Tests.Faults;

/// <summary>Which process is at the other end of a connection on this machine. Asked while the connection is open.</summary>
static class Callers
{
    /// <param name="port">The caller's own port.</param>
    internal static bool Has(int process, int port)
    {
        var inodes = File.ReadLines("/proc/net/tcp").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => PortOf(fields[1]) == port)
            .Select(fields => $"socket:[{fields[9]}]")
            .ToHashSet();
        return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => inodes.Contains(TargetOf(file)));
    }

    static int PortOf(string address) => int.Parse(address.AsSpan(address.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    static string TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget ?? "";
        }
        catch (IOException)
        {
            // Closed between the list and the look.
            return "";
        }
    }
}
