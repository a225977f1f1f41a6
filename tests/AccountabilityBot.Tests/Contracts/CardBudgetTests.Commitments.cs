using AccountabilityBot.Commitments;
using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Reminders;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

public sealed partial class CardBudgetTests
{
    [Theory, MemberData(nameof(Expensive))]
    public void The_worst_promises_keep_the_promises_of_every_card(string text)
    {
        var (company, lead) = Worst(text, hands: 1);
        var (owner, say, today, post) = (lead.Owner!.Value, Sentences.In("de"), new DateOnly(2026, 11, 23), Guid.CreateVersion7(Now));
        var rows = Enumerable.Range(0, 16).Select(_ => Moved()).ToList();
        var view = new CommitmentView(rows[0], say, post, Now) { Today = today, OffersHelp = true, Helper = Repeated(text, 400) };
        var gone = Moved();
        gone.OwnerIsGone(Departures.Left, null, Now);
        var offer = new TakeOverView(gone, say, post, Now)
        {
            Today = today,
            From = Repeated(text, 400),
            Owner = Repeated(text, 400),
            Department = Repeated(text, 400),
            DigestOn = today,
            Next = Repeated(text, 400),
        };
        PromiseHands hands = new(Repeated(text, 400), Repeated(text, 400), Repeated(text, 400));
        var typed = new TypedPromise(Repeated(text, 4_000), today, Repeated(text, 4_000), Repeated(text, 1_000));
        Assert.All(
            [
                CommitmentCards.Draw(view, Repeated(text, 400)), CommitmentForm.Move(view, typed), CommitmentForm.Drop(view, typed),
                CommitmentCards.Draw(view with { Hands = hands }, Repeated(text, 400)), CommitmentCards.Draw(view with { Hands = hands, IsTheirs = false }, Repeated(text, 400)),
                TakeOverCards.Draw(offer, Repeated(text, 400)), TakeOverCards.Draw(offer with { IsFroms = false }, Repeated(text, 400)),
                CommitmentForm.TakeOver(offer.Form, typed), CommitmentForm.DropFor(offer.Form, typed),
                CommitmentForm.Add(say, company.Model.Departments[0], typed, today, post, hasBack: true),
                CommitmentLists.Draw(new CommitmentListView
                {
                    Shown = rows, More = 999, Department = Repeated(text, 200), DepartmentId = "sales", Company = company, Say = say, PostId = post, Now = Now,
                }),
                CommitmentLists.Draw(new CommitmentListView
                {
                    Shown = [.. Enumerable.Repeat(gone, 16)], More = 999, Department = Repeated(text, 200), DepartmentId = "sales", Company = company, Say = say, PostId = post, Now = Now,
                    Hands = new Dictionary<Guid, PromiseHands> { [gone.Id] = hands },
                }),
                ReminderCard.Draw(new ReminderView
                {
                    On = today,
                    Promises = rows,
                    More = 999,
                    Numbers = [.. Enumerable.Repeat(new EndedPeriod(new TrackedNumber(new NumberFacts("n", Repeated(text, 200)), "import", Now), new DateOnly(2026, 10, 31), false), 40)],
                    Today = today,
                    DepartmentId = "sales",
                    Say = say,
                    PostId = post,
                }),
            ],
            Keeps);

        Commitment Moved()
        {
            var commitment = Commitment.Make(owner, Repeated(text, Commitment.MaxText), new DateOnly(2026, 11, 30), "sales", null, null, Now).Commitment;
            for (var day = 1; day <= 2; day++)
                Assert.Null(commitment.Move(owner, new DateOnly(2026, 12, day), Repeated(text, Commitment.MaxText), today, Now).Refusal);
            return commitment;
        }
    }
}
