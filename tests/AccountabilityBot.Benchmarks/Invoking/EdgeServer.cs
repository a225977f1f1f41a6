using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Cli;
using AccountabilityBot.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Benchmarks.Invoking;

/// <summary>The subject: the edge with one scope and one call a turn, no database behind it.</summary>
static class EdgeServer
{
    public const string LeadVerb = "figures.lead";
    public const string TinyVerb = "figures.tiny";

    /// <param name="keys">None: the Playground's mode, in which nothing is signed.</param>
    public static async Task<WebApplication> StartAsync(KeyServer? keys)
    {
        // The key server of a measurement may be named in Development only. What Development adds to a request is taken away
        // again: production does not prove its scopes on each one.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            Args = [.. keys?.Settings ?? []],
        });
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = false);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Loopback.AnyPort);
        builder.Services.AddSingleton(Clock.System);
        builder.Services.AddScoped<DrawnCards>();
        builder.Services.AddTeamsEdge(builder.Configuration, builder.Environment);
        var app = builder.Build();
        app.MapTeamsEdge([Map]);
        await app.StartAsync();
        return app;
    }

    static void Map(Routes routes)
    {
        routes.Card<DrawnCards>(LeadVerb, (cards, _, _, _) => Task.FromResult(CardAnswer.Show(cards.Lead())), (cards, _, _, _) => Task.FromResult(CardAnswer.Show(cards.Lead())));
        routes.Card<DrawnCards>(TinyVerb, (_, _, _, _) => Task.FromResult(CardAnswer.Show(Tiny)), (_, _, _, _) => Task.FromResult(CardAnswer.Show(Tiny)));
        routes.Otherwise<DrawnCards>((_, _, _, _) => Task.CompletedTask);
    }

    public static AdaptiveCard Tiny { get; } = new() { Summary = "Done", Body = [new TextBlock(CardText.Of("Done."))] };
}

/// <summary>Draws the lead's card for every press, as a handler does.</summary>
sealed class DrawnCards
{
    static readonly (LeadView View, CompanyPerson Member) OnOffer = SampleLead.OnOffer();
    readonly (LeadView View, CompanyPerson Member) _loaded = OnOffer;

    public AdaptiveCard Lead() => LeadCard.ForPerson(_loaded.View, _loaded.Member.Id);
}
