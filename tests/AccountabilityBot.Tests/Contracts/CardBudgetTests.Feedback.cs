using AccountabilityBot.Commitments;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Feedback;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

public sealed partial class CardBudgetTests
{
    [Theory, MemberData(nameof(Expensive))]
    public void The_worst_feedback_keeps_the_promises_of_every_card(string text)
    {
        var (company, lead) = Worst(text, hands: 2);
        var (giver, receiver) = (lead.Owner!.Value, company.MembersOf("marketing")[0].Id);
        var handOff = new HandOff(lead.Id, Side.Sender, giver, receiver, "marketing", "sales", Now);
        var view = new FeedbackView
        {
            Feedback = PeerFeedback.Ask(handOff, receiver, Now).Feedback,
            Lead = lead,
            Company = company,
            Say = Sentences.In("en"),
            PostId = Guid.CreateVersion7(Now),
            Now = Now,
        };
        var typed = new Typed(
            new Dictionary<string, string> { [FeedbackForm.WordsInput] = Repeated(text, 4_000), [FeedbackForm.WhatInput] = Repeated(text, 4_000) }, Repeated(text, 1_000));
        var (said, promised) = Said(view, text);
        var done = said with { Commitment = promised };
        AdaptiveCard[] cards =
        [
            FeedbackCards.ForGiver(view, typed), FeedbackCards.Reminder(view), FeedbackCards.ForGiver(done), FeedbackCards.ForReceiver(done, Repeated(text, 400)),
            FeedbackCards.CommitForm(said, typed), FeedbackCards.Praise(done), FeedbackCards.Promise(done, promised),
            CommitmentCards.Draw(new CommitmentView(promised, view.Say, view.PostId, Now)),
            CommitmentForm.Drop(new CommitmentView(promised, view.Say, view.PostId, Now), new TypedPromise(Reason: Repeated(text, 4_000), Problem: Repeated(text, 400))),
            UnaskedCards.Choose(view.Say, company.Model.FindDepartment("marketing")!, [.. Enumerable.Repeat(new FoundHandOff(lead, handOff, receiver), 40)], TimeZoneInfo.Utc, view.PostId),
            PairCards.Draw(new PairView
            {
                One = company.Model.FindDepartment("marketing")!,
                Other = company.Model.FindDepartment("sales")!,
                Reader = giver,
                Company = company,
                There = new WhoIsThere(company, [], [], Now),
                Say = view.Say,
                Now = Now,
                Seams = [.. Enumerable.Repeat(new SeamSides(
                    company.Model.FindSeam("marketing-sales")!,
                    [new("complete", (999_999, 999_999), (999_999, 999_999)), new("hand-over", (1, 2), (3, 4)), new("fit", (1, 2), (3, 4))],
                    [new("answer", (1, 2), (3, 4)), new("first-touch", (1, 2), (3, 4)), new("follow-up", (1, 2), (3, 4)), new("word", (1, 2), (3, 4)), new("feedback", (1, 2), (3, 4))]), 6)],
                Quarters = [.. Enumerable.Range(0, 2).Select(_ => new PairQuarter(new DateOnly(2026, 12, 31), [.. Enumerable.Repeat(said.Feedback, 50)], [.. Enumerable.Repeat(promised, 50)]))],
            }),
        ];
        Assert.All(cards, Keeps);
    }

    static (FeedbackView View, Commitment Promised) Said(FeedbackView view, string text)
    {
        var feedback = PeerFeedback.Ask(
            new HandOff(view.Lead.Id, Side.Sender, view.Feedback.Giver, view.Feedback.Receiver, "marketing", "sales", Now), view.Feedback.Receiver, Now).Feedback;
        Assert.Null(feedback.Give(feedback.Giver, _ => 5, Repeated(text, PeerFeedback.MaxWords), mayShare: true, receiverIsHere: true, Now).Refusal);
        var (promised, decision) = feedback.Commit(feedback.Receiver, Repeated(text, Commitment.MaxText), new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 23), Now);
        Assert.Null(decision.Refusal);
        return (view with { Feedback = feedback }, promised!);
    }
}
