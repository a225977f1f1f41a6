using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AccountabilityBot.Benchmarks.Hosting;

namespace AccountabilityBot.Benchmarks.Syncing;

/// <summary>
/// As much of Graph as a delta query of users needs: pages of the size that was preferred, links, and rounds of changes. Whom it
/// tells of is written down beforehand, so that it costs floor and subject little, and as much with each page.
/// </summary>
sealed class DirectoryServer : IAsyncDisposable
{
    /// <summary>The largest page that Graph gives.</summary>
    public const int PageSize = 999;

    /// <summary>Whoever says nothing of it gets smaller ones.</summary>
    const int UsualPageSize = 100;

    const string Delta = "/v1.0/users/delta";

    readonly byte[][] _people;
    byte[][] _changed = [];
    WebApplication _app = null!;
    int _requests;

    DirectoryServer(int people) => _people = [.. Enumerable.Range(0, people).Select(number => UserOf(number, round: 0))];

    /// <summary>With its version, as the bot is told of it.</summary>
    public Uri Endpoint { get; private set; } = null!;

    public Uri First => new(Endpoint, Delta);

    /// <summary>In which the round of changes is told of that stands for now.</summary>
    public Uri Changes => new(First, "?$deltatoken=1");

    public int People => _people.Length;

    public int LeastRequests => (People + PageSize - 1) / PageSize;

    public static async Task<DirectoryServer> StartAsync(int people)
    {
        var server = new DirectoryServer(people);
        server._app = await Loopback.StartBareAsync(app =>
        {
            app.MapGet(Delta, server.AnswerAsync);
            // So the SDK spells the same function.
            app.MapGet($"{Delta}()", server.AnswerAsync);
        });
        server.Endpoint = new Uri(Loopback.AddressOf(server._app), "/v1.0");
        return server;
    }

    /// <summary>So many, evenly over the company, are promoted: whoever asks for changes is told of these, and of no others.</summary>
    /// <param name="round">From 1.</param>
    public void Change(int count, int round) =>
        _changed = [.. Enumerable.Range(0, count).Select(index => UserOf((int)((long)index * People / count), round))];

    /// <returns>Requests since it was last asked.</returns>
    public int TakeRequests() => Interlocked.Exchange(ref _requests, 0);

    public static string TitleIn(int round) => round is 0 ? "Account Executive" : $"Account Executive, grade {round.ToString(CultureInfo.InvariantCulture)}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var (from, size, people) = (0, PreferredOf(context.Request), _people);
        if (context.Request.Query["$skiptoken"].ToString().Split('-') is [var at, var each])
            (from, size) = (int.Parse(at, CultureInfo.InvariantCulture), int.Parse(each, CultureInfo.InvariantCulture));
        else if (context.Request.Query.ContainsKey("$deltatoken"))
            people = _changed;
        var to = Math.Min(from + size, people.Length);
        var link = to < people.Length ? new Uri(First, $"?$skiptoken={to}-{size}") : Changes;

        context.Response.ContentType = "application/json";
        var body = context.Response.BodyWriter;
        Write($$"""{"@odata.context":"{{Endpoint}}/$metadata#users","@odata.{{(to < people.Length ? "nextLink" : "deltaLink")}}":"{{link}}","value":[""");
        for (var index = from; index < to; index++)
        {
            if (index > from)
                Write(",");
            body.Write(people[index]);
        }

        Write("]}");
        await body.FlushAsync(context.RequestAborted);

        void Write(string text) => Encoding.UTF8.GetBytes(text, body);
    }

    static int PreferredOf(HttpRequest request)
    {
        const string preference = "odata.maxpagesize=";
        var preferred = request.Headers["Prefer"].ToString();
        return preferred.StartsWith(preference, StringComparison.Ordinal)
            ? Math.Min(PageSize, int.Parse(preferred[preference.Length..], CultureInfo.InvariantCulture))
            : UsualPageSize;
    }

    /// <summary>A tenth of the company sells; each ten people have a manager.</summary>
    static byte[] UserOf(int number, int round) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["displayName"] = GeneratedCompany.NameOf(number),
        ["givenName"] = "Colleague",
        ["surname"] = number.ToString("D5", CultureInfo.InvariantCulture),
        ["mail"] = $"colleague.{number.ToString(CultureInfo.InvariantCulture)}@coldworks.example",
        ["userPrincipalName"] = $"colleague.{number.ToString(CultureInfo.InvariantCulture)}@coldworks.example",
        ["jobTitle"] = TitleIn(round),
        ["department"] = number % 10 == 0 ? "Sales" : $"Department {(number % 40).ToString(CultureInfo.InvariantCulture)}",
        ["accountEnabled"] = true,
        ["userType"] = "Member",
        ["id"] = GeneratedCompany.ObjectIdOf(number),
        ["manager@delta"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["id"] = GeneratedCompany.ObjectIdOf(number / 10) }),
    });
}
