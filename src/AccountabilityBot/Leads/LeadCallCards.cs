using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Leads;

/// <summary>Calls for help about leads that nobody would look at otherwise; sent once and not edited.</summary>
static class LeadCallCards
{
    /// <summary>Somebody has to act and no chat reaches them.</summary>
    /// <param name="inChannel">Whether the person reads it, who is mentioned then; else it is the head who may tell them.</param>
    public static AdaptiveCard Call(LeadView view, PersonId asked, bool inChannel)
    {
        var person = view.Company.Find(asked);
        var name = inChannel && person is not null
            ? CardText.Mention(person.ObjectId, person.Name)
            : CardText.Bold(CardText.Untrusted(view.NameOf(asked)));
        var key = $"lead.call.{(view.Lead.OpenOffer is null ? "guardian" : "offer")}.{(inChannel ? "here" : "head")}";
        var sentence = view.Lead.OpenOffer is { } offer ? view.Say.Card(key, name, LeadParts.DueAt(view, offer)) : view.Say.Card(key, name);
        return new AdaptiveCard
        {
            Summary = view.Say.Plain("lead.call.summary", view.NameOf(asked), LeadCard.Title(view)),
            Body = [LeadParts.Heading(view), LeadParts.Line(sentence)],
            // The true card takes this one's place, for the presser only, with what they may do.
            Actions = [LeadParts.Button(view, LeadVerbs.View, "button.answer"), LeadParts.Button(view, LeadVerbs.Details, "button.details")],
        };
    }

    public static AdaptiveCard NoChannel(Sentences say, Department department, int waiting) => new()
    {
        Summary = say.Plain("lead.no-channel.title", department.Name),
        Body =
        [
            Title(say.Card("lead.no-channel.title", department.Name)),
            new TextBlock(say.Card("lead.no-channel.what", waiting)),
            new TextBlock(say.Card("lead.no-channel.how", department.Name)),
        ],
    };

    public static AdaptiveCard QueueWaits(Sentences say, Department department, int count, IEnumerable<Lead> oldest) => new()
    {
        Summary = say.Plain("lead.queue-waits.title", department.Name, count),
        Body =
        [
            Title(say.Card("lead.queue-waits.title", department.Name, count)),
            new TextBlock(say.Card("lead.queue-waits.oldest")),
            .. oldest.Select(lead => new TextBlock(
                CardText.Bold(CardText.Untrusted($"{lead.Label} · {lead.Facts.Company ?? lead.Facts.Name}", 100))
                + CardText.Of(" · ") + say.Card("lead.queue-waits.since", CardText.Instant(lead.WaitingSince)))
            { Spacing = Spacing.Small }),
            new TextBlock(say.Card("lead.queue-waits.what")) { IsSubtle = true, Spacing = Spacing.Medium },
        ],
    };

    static TextBlock Title(CardText text) => new(text) { Weight = TextWeight.Bolder, Style = TextStyle.Heading };
}
