using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Feedback;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Choice = AccountabilityBot.Teams.Cards.Choice;

namespace AccountabilityBot.HandOffs;

/// <summary>What somebody typed about a customer: all of it text from outside.</summary>
/// <param name="Seam">Id of the chosen seam; none: nothing was chosen.</param>
/// <param name="Segment">Id; none: as usual on that seam.</param>
sealed record HandOffEntry(string? Seam, string? Company, string? Name, string? Phone, string? Email, string? About, string? Segment)
{
    public static HandOffEntry Nothing { get; } = new(null, null, null, null, null, null, null);
}

/// <summary>The form of a hand-over by hand: who the customer is, what it is about, and to whom.</summary>
static class HandOffForm
{
    /// <summary>Longest that is told of what it is about, in UTF-16 units: as a lead's other facts.</summary>
    const int MaxText = LeadFacts.MaxText;

    const string NonceKey = "form";

    public static AdaptiveCard Draw(RevenueModel model, Sentences say, IReadOnlyList<Seam> seams, Guid post, HandOffEntry typed, string? problem, DateTimeOffset now)
    {
        var nonce = (now.ToUnixTimeMilliseconds() & 0xFFFFFFF).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        var body = new List<CardElement> { FeedbackCards.Heading(say.Card("hand-off.title")) };
        if (problem is not null)
            body.Add(new TextBlock(CardText.Untrusted(problem, 400)) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        body.Add(new ChoiceInput($"seam-{nonce}", say.Plain("hand-off.to"), [.. seams.Select(seam => new Choice(NameOf(model, seam, seams), seam.Id))])
        {
            IsRequired = true,
            ErrorMessage = say.Plain("hand-off.to.missing"),
            Placeholder = say.Plain("hand-off.to.hint"),
            Value = seams.Any(seam => seam.Id == typed.Seam) ? typed.Seam : seams is [var only] ? only.Id : null,
        });
        body.Add(Required(Text("company", "lead.fact.company", typed.Company), "hand-off.company.missing"));
        body.Add(Text("name", "hand-off.name", typed.Name));
        body.Add(Text("phone", "lead.fact.phone", typed.Phone));
        body.Add(Text("email", "lead.fact.email", typed.Email));
        body.Add(Required(Text("about", "hand-off.about", typed.About), "hand-off.about.missing") with { IsMultiline = true, Placeholder = say.Plain("hand-off.about.hint") });
        body.Add(new ChoiceInput($"segment-{nonce}", say.Plain("hand-off.segment"), [.. model.Segments.OrderBy(segment => segment.Rank).Select(segment => new Choice(segment.Name, segment.Id))])
        {
            Placeholder = say.Plain("hand-off.segment.hint"),
            Value = model.Segments.Any(segment => segment.Id == typed.Segment) ? typed.Segment : null,
        });
        return new AdaptiveCard
        {
            Summary = say.Plain("hand-off.title"),
            Body = body,
            Actions = [new ExecuteAction(say.Plain("hand-off.button"), HandOffVerbs.Save, new() { ["post"] = post.ToString(), [NonceKey] = nonce }) { Style = ActionStyle.Positive }],
        };

        TextInput Required(TextInput input, string missing) => input with { IsRequired = true, ErrorMessage = say.Plain(missing) };

        TextInput Text(string name, string label, string? value) => new($"{name}-{nonce}", say.Plain(label))
        {
            MaxLength = MaxText,
            Value = value is null ? null : CleanText.Of(value, MaxText),
        };
    }

    public static HandOffEntry Read(CardPress press)
    {
        var nonce = press.Text(NonceKey);
        return new HandOffEntry(Text("seam"), Text("company"), Text("name"), Text("phone"), Text("email"), Text("about"), Text("segment"));

        string? Text(string name) => press.Text($"{name}-{nonce}");
    }

    /// <summary>Why this cannot be handed over, in the reader's language; none: it can.</summary>
    public static string? WhatIsWrong(HandOffEntry entry, IReadOnlyList<Seam> seams, Sentences say)
    {
        if (!seams.Any(seam => seam.Id == entry.Seam))
            return say.Plain("hand-off.to.missing");
        if (entry.Company is null)
            return say.Plain("hand-off.company.missing");
        if (entry.About is null)
            return say.Plain("hand-off.about.missing");
        var tooLong = new[] { ("lead.fact.company", entry.Company), ("hand-off.name", entry.Name), ("lead.fact.phone", entry.Phone), ("lead.fact.email", entry.Email), ("hand-off.about", entry.About) }
            .FirstOrDefault(field => field.Item2?.Length > MaxText);
        return tooLong.Item1 is { } label ? say.Plain("hand-off.too-long", say.Plain(label), MaxText) : null;
    }

    /// <summary>The department, and what is handed over where several seams lead there.</summary>
    static string NameOf(RevenueModel model, Seam seam, IReadOnlyList<Seam> seams)
    {
        var to = model.FindDepartment(seam.To)?.Name ?? seam.To;
        return seams.Count(other => other.To == seam.To) > 1 ? $"{to}: {seam.Name}" : to;
    }
}
