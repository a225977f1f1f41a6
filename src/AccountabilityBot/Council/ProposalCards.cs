using System.Text.Json.Nodes;
using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Council;

/// <summary>What a card about one proposal is drawn from, beside the proposal.</summary>
/// <param name="PostId">The place where the card stands; every button carries it.</param>
/// <param name="Back">A literal of <see cref="CouncilBack"/>.</param>
/// <param name="Now">UTC.</param>
sealed record ProposalFrame(Company Company, Sentences Say, Guid PostId, string Back, DateTimeOffset Now)
{
    /// <summary>Stands on top: why the press did not do what it was meant to, or what it did.</summary>
    public string? Line { get; init; }

    /// <summary>What was wrong with what was typed.</summary>
    public string? Problem { get; init; }

    /// <summary>What was typed.</summary>
    public string? Why { get; init; }
}

/// <summary>One proposal with all its data, with room for a reason; then what was decided.</summary>
static class ProposalCards
{
    /// <summary>Differences on one page.</summary>
    public const int PerPage = 12;

    const int LongestText = 200;

    public const string WhyInput = "why";

    /// <param name="page">Of the differences, from 0.</param>
    public static AdaptiveCard Draft(Proposal proposal, ProposalFrame frame, int page = 0) => AdaptiveCard.Fitting(LongestText, longest =>
    {
        var (say, draft) = (frame.Say, proposal.Draft);
        var changes = proposal.Changes ?? [];
        page = Math.Clamp(page, 0, Math.Max(0, (changes.Count - 1) / PerPage));
        var data = CouncilParts.Data(frame.PostId, CouncilSubjects.ModelDraft, draft.Id, frame.Back, proposal.InForce);
        List<CardElement> body = [.. CouncilParts.Line(frame.Line), CouncilParts.Title(say.Card("model-draft.title"))];
        if (draft.State is ModelDraftState.Overtaken)
        {
            body.Add(new TextBlock(say.Card("model-draft.overtaken")));
            return new AdaptiveCard { Summary = say.Plain("model-draft.summary"), Body = body };
        }

        body.Add(CouncilParts.Small(draft.IsOpen
            ? say.Card("model-draft.intro", changes.Count, proposal.InForce)
            : say.Card("model-draft.intro.decided", changes.Count, CouncilParts.Day(draft.ProposedAt, frame.Company, say))));
        if (proposal.Changes is null)
            body.Add(new TextBlock(say.Card("model-draft.unreadable")));
        body.AddRange(ModelChangeWords.Lines(changes.Skip(page * PerPage).Take(PerPage), say, longest));
        if (changes.Count > PerPage)
            body.AddRange(Pages(data, say, page, changes.Count));
        body.AddRange(Decided(proposal.Decision, frame, longest));
        return Finish("model-draft.summary", body, draft.IsOpen, draft.State is ModelDraftState.Parked, draft.Version, data, frame, longest);
    });

    public static AdaptiveCard RuleChange(RuleChange change, CouncilDecision? decision, ProposalFrame frame) => AdaptiveCard.Fitting(LongestText, longest =>
    {
        var (say, company) = (frame.Say, frame.Company);
        List<CardElement> body =
        [
            .. CouncilParts.Line(frame.Line),
            CouncilParts.Title(say.Card("council.rule-change.title")),
            new TextBlock(RuleChangeCards.Proposal(change, company, say, longest)),
            CouncilParts.Small(RuleChangeCards.Pattern(change, company, say, longest)),
            RuleChangeCards.Data(change, company, say, longest),
            .. Decided(decision, frame, longest),
        ];
        var data = CouncilParts.Data(frame.PostId, CouncilSubjects.RuleChange, change.Id, frame.Back);
        return Finish("council.rule-change.title", body, change.IsOpen, change.State is RuleChangeState.Parked, change.Version, data, frame, longest);
    });

    /// <summary>To whom a decision concerns: what was decided, by whom and why.</summary>
    /// <param name="change">Of a rule change.</param>
    /// <param name="changes">Of a model: the differences.</param>
    public static AdaptiveCard News(CouncilDecision decision, RuleChange? change, IReadOnlyList<ModelChange>? changes, Company company, Sentences say) => AdaptiveCard.Fitting(LongestText, longest =>
    {
        var verdict = decision.Verdict.ToString().ToLowerInvariant();
        List<CardElement> body = [CouncilParts.Title(say.Card("council.news." + verdict))];
        if (change is not null)
            body.AddRange([new TextBlock(RuleChangeCards.Proposal(change, company, say, longest)), CouncilParts.Small(RuleChangeCards.Pattern(change, company, say, longest))]);
        else
            body.Add(new TextBlock(decision.ModelVersion is { } version ? say.Card("council.news.in-force", version) : say.Card("council.news.stays")));
        if (changes is not null)
        {
            body.AddRange(ModelChangeWords.Lines(changes.Take(PerPage), say, longest));
            if (changes.Count > PerPage)
                body.Add(CouncilParts.Small(say.Card("rule-change.more", changes.Count - PerPage)));
        }

        body.Add(CouncilParts.Small(say.Card("council.decided.by", company.NameOf(decision.By, say.Plain("somebody")), CouncilParts.Day(decision.At, company, say))));
        if (decision.Why is { } why)
            body.Add(Quote(why, longest));
        return new AdaptiveCard { Summary = say.Plain("council.news." + verdict), Body = body };
    });

    static IEnumerable<CardElement> Pages(JsonObject data, Sentences say, int page, int all)
    {
        var last = (all - 1) / PerPage;
        if (page < last)
            yield return CouncilParts.Small(say.Card("rule-change.more", all - ((page + 1) * PerPage)));
        List<CardAction> turn = [];
        if (page > 0)
            turn.Add(CouncilParts.Button(say.Plain("council.button.previous"), CouncilVerbs.Open, On(page - 1)));
        if (page < last)
            turn.Add(CouncilParts.Button(say.Plain("button.details"), CouncilVerbs.Open, On(page + 1)));
        yield return new ActionSet(turn) { Spacing = Spacing.Small };

        JsonObject On(int to)
        {
            var one = data.DeepClone().AsObject();
            one["page"] = to;
            return one;
        }
    }

    static IEnumerable<CardElement> Decided(CouncilDecision? decision, ProposalFrame frame, int longest)
    {
        if (decision is null)
            yield break;
        var (say, verdict) = (frame.Say, decision.Verdict);
        var words = CardText.Bold(say.Card("council.outcome." + verdict.ToString().ToLowerInvariant())) + CardText.Of(" · ")
            + say.Card("council.decided.by", frame.Company.NameOf(decision.By, say.Plain("somebody")), CouncilParts.Day(decision.At, frame.Company, say));
        List<CardElement> items = [new TextBlock(words)];
        if (decision.ModelVersion is { } version)
            items.Add(new TextBlock(say.Card("council.news.in-force", version)) { Spacing = Spacing.Small });
        if (decision.Why is { } why)
            items.Add(Quote(why, longest));
        yield return new Container(items)
        {
            Spacing = Spacing.Medium,
            Style = verdict switch { CouncilVerdict.Approve => ContainerStyle.Good, CouncilVerdict.Reject => ContainerStyle.Attention, _ => ContainerStyle.Emphasis },
        };
    }

    static AdaptiveCard Finish(string summary, List<CardElement> body, bool isOpen, bool isParked, int version, JsonObject data, ProposalFrame frame, int longest)
    {
        var say = frame.Say;
        List<CardAction> actions = [];
        if (isOpen)
        {
            var nonce = CouncilParts.Nonce(version, frame.Now);
            data = data.DeepClone().AsObject();
            data["form"] = nonce;
            body.AddRange(CouncilParts.Problem(frame.Problem));
            body.Add(new TextInput($"{WhyInput}-{nonce}", say.Plain("council.why"))
            {
                IsMultiline = true,
                MaxLength = CouncilRefusals.LongestWhy,
                Placeholder = say.Plain("council.why.hint"),
                Value = frame.Why is { } typed ? new PlainText(typed, 2 * longest).Value : null,
            });
            actions.Add(new ExecuteAction(say.Plain("council.button.approve"), CouncilVerbs.Approve, data) { Style = ActionStyle.Positive });
            actions.Add(new ExecuteAction(say.Plain("council.button.reject"), CouncilVerbs.Reject, data.DeepClone().AsObject()));
            if (!isParked)
                actions.Add(new ExecuteAction(say.Plain("council.button.park"), CouncilVerbs.Park, data.DeepClone().AsObject()));
        }

        if (frame.Back != CouncilBack.Card)
        {
            var back = CouncilParts.Button(say.Plain("button.back"), CouncilVerbs.View, new JsonObject { ["post"] = frame.PostId.ToString(), ["back"] = frame.Back });
            actions.Add(actions.Count < 3 ? back : back with { Mode = ActionMode.Secondary });
        }

        return new AdaptiveCard { Summary = say.Plain(summary), Body = body, Actions = actions };
    }

    static TextBlock Quote(string words, int longest) =>
        new(CardText.Of("“") + CardText.Untrusted(words, 2 * longest) + CardText.Of("”")) { Spacing = Spacing.Small };
}
