using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Teams.Routing;

/// <summary>Finds the one route for an activity.</summary>
/// <exception cref="InvalidOperationException">The table has no answer to text that is no command.</exception>
public sealed class Router(Routes routes)
{
    readonly IReadOnlyList<(TextCommand Command, TextRoute Route)> _texts = routes.Texts();
    readonly TextRoute _otherwise = routes.TheOtherwise();

    /// <returns>Null for an activity that no slice wants.</returns>
    public Route? Find(Activity activity) => activity.Type switch
    {
        "invoke" when activity.Name == "adaptiveCard/action" => ForPress(activity),
        "invoke" => routes.ForInvoke(activity.Name),
        "message" when activity.Value is not null && string.IsNullOrEmpty(activity.Text) => ForPress(activity),
        "message" => ForText(activity.TextWithoutMention),
        "installationUpdate" => routes.ForEvent(Installation(activity.Action)),
        "conversationUpdate" => routes.ForEvent(activity.ChannelData?.EventType) ?? routes.ForEvent(Membership(activity)),
        "messageUpdate" or "messageDelete" => routes.ForEvent(activity.ChannelData?.EventType),
        "event" => routes.ForEvent(activity.Name),
        _ => null,
    };

    Route? ForPress(Activity activity) => CardPress.In(activity) is { } press ? routes.ForVerb(press.Verb) : null;

    Route ForText(string text)
    {
        var words = TextCommand.WordsOf(text);
        foreach (var (command, route) in _texts)
        {
            if (command.Rest(text, words) is { } rest)
                return route(rest);
        }

        return _otherwise(text);
    }

    static string? Installation(string? action) => action switch
    {
        "add" or "add-upgrade" => "installed",
        "remove" or "remove-upgrade" => "uninstalled",
        _ => null,
    };

    static string? Membership(Activity activity) => activity switch
    {
        { MembersAdded.Count: > 0 } => "members-added",
        { MembersRemoved.Count: > 0 } => "members-removed",
        _ => null,
    };
}
