using System.CommandLine;
using AccountabilityBot.Sla;
using Microsoft.Extensions.Configuration;

namespace AccountabilityBot.Tests.Sla;

/// <summary>A folder with a model of an Italian help desk, and the verb <c>sla</c> as the program runs it: without a database.</summary>
sealed class BacktestSite : IDisposable
{
    const string Model = """
        company: Firm
        language: en
        timeZone: Europe/Rome
        calendar:
          hours: { mon-thu: "09:00-13:00, 14:00-18:00", fri: "09:00-13:00, 14:00-17:00" }
          holidays: [2011-12-26, 2012-12-25 Natale, 2012-12-26, 2013-01-01, 2013-04-01 Pasquetta, 2013-04-25, 2013-05-01]
          halfDays: { 2012-12-24: 09:00-12:30 }
        departments:
          marketing: { name: Marketing, head: h@firm.example, guardian: g@firm.example, timeZone: America/New_York, calendar: { hours: { mon-sun: 00:00-24:00 } } }
          support: { name: Support, head: h@firm.example, guardian: g@firm.example }
        seams:
          marketing-support: { from: marketing, to: support, name: Tickets }
        segments:
          hour: { name: An hour, offer: pool, acceptWithin: 1h }
          day: { name: A day, offer: person, acceptWithin: 8h, default: true, ladder: [{ at: 25%, do: nudge }, { at: 100%, do: nudge }, { at: 300%, do: guardian }] }
        rejectReasons:
          no-fit: { name: No fit, question: { text: What?, choices: { small: Too small, far: Too far } } }
          no-need: { name: No need }
          bad-contact: { name: Bad contact }
          duplicate: { name: Duplicate }
          customer: { name: Customer }
          other: { name: Other, question: { text: Why?, minLength: 10 } }
        holdReasons: { later: Later }
        handBackReasons: { away: Away }
        closeReasons: { test: Test }
        leads: { department: support, seam: marketing-support }
        """;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public BacktestSite() => ModelPath = Write("model.yaml", Model);

    public string ModelPath { get; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs <c>sla</c>; the model of the folder is the one in force.</summary>
    public async Task<(int Code, string[] Output, string[] Error)> RunAsync(params string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Model:Path", ModelPath)]).Build();
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await BacktestCommand.Create(configuration)
            .Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, Lines(output), Lines(error));
    }

    /// <summary>The same over a file of these rows.</summary>
    public Task<(int Code, string[] Output, string[] Error)> BacktestAsync(string rows, string segment = "hour", string department = "support") =>
        RunAsync("backtest", Write("leads.csv", rows), "--department", department, "--segment", segment);

    public void Dispose() => _folder.Delete(recursive: true);

    static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
