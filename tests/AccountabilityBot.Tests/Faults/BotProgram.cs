using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AccountabilityBot.Cli;
using Xunit.Sdk;

namespace AccountabilityBot.Tests.Faults;

/// <summary>The built program as a process of its own, for what can be done to processes only.</summary>
sealed class BotProgram : IAsyncDisposable
{
    const string Listening = "Now listening on: ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly ConcurrentDictionary<int, Process> Running = [];

    readonly Process _process;
    readonly ConcurrentQueue<string> _lines = [];
    readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A test run that ends leaves nothing behind, not even a stopped process.
    static BotProgram() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in Running.Values)
            process.Kill();
    };

    BotProgram(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        Running[_process.Id] = _process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal Uri Address { get; private set; } = null!;

    internal int Id => _process.Id;

    internal bool IsRunning => !_process.HasExited;

    /// <summary>What it wrote, from the first line on.</summary>
    internal IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Our own errors in its log, each with the line that names who wrote it.</summary>
    internal IReadOnlyList<string> Errors
    {
        get
        {
            var lines = Lines;
            return [.. lines.Select((line, at) => (line, at))
                .Where(one => one.line.StartsWith("fail: AccountabilityBot", StringComparison.Ordinal) || one.line.StartsWith("crit:", StringComparison.Ordinal))
                .Select(one => $"{one.line} {string.Join(' ', lines.Skip(one.at + 1).Take(3))}")];
        }
    }

    /// <returns>When it listens.</returns>
    internal static async Task<BotProgram> StartAsync(IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(BotHost).Assembly.Location, "serve", "--environment=Development", "--urls=http://127.0.0.1:0", .. settings])
            start.ArgumentList.Add(argument);
        var program = new BotProgram(start);
        try
        {
            program.Address = await program._address.Task.WaitAsync(Patience);
            return program;
        }
        catch (Exception late) when (late is TimeoutException or InvalidOperationException)
        {
            await program.DisposeAsync();
            throw new XunitException($"The program did not start to listen:\n{string.Join('\n', program.Lines.TakeLast(40))}");
        }
    }

    /// <summary>kill -9: no line of the program runs any more.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGSTOP: it stands still wherever it was, and does not know.</summary>
    internal Task StopAsync() => SignalAsync("STOP");

    internal Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>SIGTERM, and waits for its end.</summary>
    /// <returns>The exit code; none: it did not end in time.</returns>
    internal async Task<int?> TerminateAsync(TimeSpan within)
    {
        await SignalAsync("TERM");
        try
        {
            await _process.WaitForExitAsync().WaitAsync(within);
            return _process.ExitCode;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        Running.TryRemove(_process.Id, out _);
        _process.Dispose();
    }

    async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("It ended."));
            return;
        }

        _lines.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is > 0 and var at)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}
