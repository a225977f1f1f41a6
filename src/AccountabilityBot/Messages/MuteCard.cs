using System.Text.Json.Nodes;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Messages;

/// <summary>What a person has muted, what can be muted, and what comes whatever they mute.</summary>
static class MuteCard
{
    public const string WhatKey = "what";
    public const string Reminders = "reminders";
    public const string News = "news";
    public const string Both = "both";

    public static AdaptiveCard Draw(Sentences say, IReadOnlyList<Mute> mutes, MessageRules rules)
    {
        var body = new List<CardElement>
        {
            new TextBlock(say.Card(mutes.Count == 0 ? "mute.title.none" : "mute.title")) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading },
        };
        body.AddRange(mutes.Select(mute => new TextBlock(say.Card(
            mute.What is Muted.Reminders ? "mute.reminders.since" : "mute.news.since", CardText.Instant(mute.Since)))));
        body.Add(new TextBlock(QuietOf(say, rules)) { Spacing = Spacing.Medium });
        body.Add(new Container(
        [
            new TextBlock(say.Card("mute.still")) { Weight = TextWeight.Bolder, Size = TextSize.Small },
            new TextBlock(say.Card("mute.still.what")) { Size = TextSize.Small, Spacing = Spacing.None },
            new TextBlock(say.Card("mute.promise")) { Size = TextSize.Small, Spacing = Spacing.Small },
        ])
        { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium });
        return new AdaptiveCard
        {
            Summary = say.Plain(mutes.Count == 0 ? "mute.title.none" : "mute.title"),
            Body = body,
            Actions = [.. Buttons(say, mutes)],
        };
    }

    static IEnumerable<CardAction> Buttons(Sentences say, IReadOnlyList<Mute> mutes)
    {
        var muted = mutes.Select(mute => mute.What).ToHashSet();
        if (!muted.Contains(Muted.Reminders))
            yield return Button(say.Plain("mute.reminders"), MessageVerbs.Mute, Reminders);
        if (!muted.Contains(Muted.News))
            yield return Button(say.Plain("mute.news"), MessageVerbs.Mute, News);
        yield return muted.Count == 0 ? Button(say.Plain("mute.both"), MessageVerbs.Mute, Both) : Button(say.Plain("mute.nothing"), MessageVerbs.Unmute, Both);
    }

    static ExecuteAction Button(string title, string verb, string what) =>
        new(title, verb, new JsonObject { [WhatKey] = what }) { AssociatedInputs = AssociatedInputs.None };

    static CardText QuietOf(Sentences say, MessageRules rules) => rules.QuietHours.Start == rules.QuietHours.End
        ? say.Card("mute.budget", rules.Budget)
        : say.Card("mute.budget.quiet", rules.Budget, Wall(rules.QuietHours.Start), Wall(rules.QuietHours.End));

    /// <summary>A time on the wall; the day's last midnight is written as the clock shows it.</summary>
    static string Wall(TimeSpan sinceMidnight) => $"{sinceMidnight.Hours:00}:{sinceMidnight.Minutes:00}";
}
