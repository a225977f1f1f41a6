using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace AccountabilityBot.Benchmarks.Databases;

/// <summary>
/// A PostgreSQL with a folder, port and password of its own. Commits do not wait for the disk: the ratios are of work done,
/// and a disk shared with others would drown them.
/// </summary>
sealed class PrivatePostgres : IAsyncDisposable
{
    const string User = "postgres";

    readonly string _bin;
    readonly DirectoryInfo _home;

    PrivatePostgres(string bin, DirectoryInfo home, string connectionString) =>
        (_bin, _home, ConnectionString) = (bin, home, connectionString);

    public string ConnectionString { get; }

    /// <param name="settings">Further lines of its configuration; the last one wins.</param>
    /// <returns>Null where PostgreSQL is not installed.</returns>
    /// <exception cref="InvalidOperationException">It is installed and does not start; with its own words.</exception>
    public static async Task<PrivatePostgres?> StartAsync(params string[] settings)
    {
        if (Installed() is not { } bin)
            return null;
        var home = Directory.CreateTempSubdirectory("figures-");
        var port = FreePort();
        var password = RandomNumberGenerator.GetHexString(24);
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "password"), password + "\n");
        if (Environment.IsPrivilegedProcess)
            await RunAsync(home, "chown", "-R", User, home.FullName);

        await AsPostgresAsync(home, Path.Combine(bin, "initdb"), "-D", "data", "-U", User, "--pwfile=password", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(home.FullName, "data", "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = '{home.FullName}'
            max_connections = 300
            shared_buffers = 256MB
            synchronous_commit = off
            checkpoint_timeout = 30min
            max_wal_size = 4GB
            {string.Join('\n', settings)}
            """);
        await AsPostgresAsync(home, Path.Combine(bin, "pg_ctl"), "-D", "data", "-l", "log", "-w", "-t", "60", "start");
        return new PrivatePostgres(bin, home, new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Password = password,
            Database = User,
        }.ConnectionString);
    }

    /// <summary>As after a crash: every connection is cut, whatever it was doing, and the log is read again.</summary>
    public Task RestartAsync() => AsPostgresAsync(_home, Path.Combine(_bin, "pg_ctl"), "-D", "data", "-l", "log", "-m", "immediate", "-w", "-t", "60", "restart");

    public async ValueTask DisposeAsync()
    {
        await AsPostgresAsync(_home, Path.Combine(_bin, "pg_ctl"), "-D", "data", "-m", "immediate", "-w", "stop");
        _home.Delete(recursive: true);
    }

    /// <summary>Where its programs are; null where PostgreSQL is not installed.</summary>
    public static string? Installed()
    {
        const string debian = "/usr/lib/postgresql";
        var places = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var major) ? major : 0).Select(path => Path.Combine(path, "bin"))
            : [];
        return places.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    static Task AsPostgresAsync(DirectoryInfo home, params string[] command) =>
        Environment.IsPrivilegedProcess ? RunAsync(home, ["runuser", "-u", User, "--", .. command]) : RunAsync(home, command);

    static async Task RunAsync(DirectoryInfo home, params string[] command)
    {
        // The server keeps the output it was started with: a pipe would never end.
        var output = Path.Combine(home.FullName, "output");
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > \"$0\" 2>&1", output, .. command]) { WorkingDirectory = home.FullName })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {await File.ReadAllTextAsync(output)}");
    }
}
