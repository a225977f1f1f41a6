using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountabilityBot.Tests.Faults;

/// <summary>Cards as they stand, and as they would be drawn now.</summary>
static partial class Cards
{
    /// <summary>Whether a place shows a card that must be true: the lead's, or that it goes on elsewhere.</summary>
    internal static bool Stands(CardPost post) => post is { State: PostState.Live or PostState.Moved, ActivityId: not null };

    /// <summary>The place that a card names in its buttons; none: it is no live card.</summary>
    internal static Guid? PostOf(ShownCard shown) =>
        shown.Buttons.Select(button => button.Data["post"]?.GetValue<string>()).OfType<string>().FirstOrDefault() is { } post ? Guid.Parse(post) : null;

    /// <summary>A card's content without what is new each time it is drawn, and without which of its copies it is.</summary>
    internal static string Comparable(JsonObject activity, Guid post) =>
        Nonce().Replace(activity.ToJsonString(), "$1").Replace(post.ToString(), "post", StringComparison.Ordinal);

    /// <summary>Draws every card that stands with the program's own renderers, in this process and from the state of this moment.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, string>> DrawAsync(FaultSite site, IEnumerable<CardPost> posts)
    {
        string[] settings = ["--environment=Development", "--urls=http://127.0.0.1:0", "--Jobs:Enabled=false", .. site.Settings];
        await using var app = BotHost.Build(settings, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(site.Clock);
        });
        await ServeCommand.PrepareAsync(app, CancellationToken.None);
        var kinds = app.Services.GetRequiredService<DeliveryKinds>();
        var drawn = new Dictionary<Guid, string>();
        foreach (var post in posts.Where(Stands))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var rendered = await kinds.RendererOf(post)(scope.ServiceProvider, post, CancellationToken.None);
            drawn[post.Id] = rendered is null ? "nothing" : Comparable(Written(OutgoingActivity.ForCard(rendered.Card)), post.Id);
        }

        return drawn;
    }

    static JsonObject Written(OutgoingActivity activity)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            activity.WriteTo(json);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    [GeneratedRegex("(\"(?:reason|answer|note|colleague|until|form)-)[0-9a-f]+")]
    private static partial Regex Nonce();
}
