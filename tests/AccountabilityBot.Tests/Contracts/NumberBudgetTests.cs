using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.Numbers;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Numbers.Ownership;
using AccountabilityBot.People;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Tests.Setup;
using AccountabilityBot.Wording;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>Cards about numbers weigh no more than a card may, whatever a registry and people have written.</summary>
public sealed class NumberBudgetTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(CardBudgetTests.Expensive), MemberType = typeof(CardBudgetTests))]
    public void The_worst_number_keeps_to_the_budget(string text)
    {
        var view = Worst(text);
        var owner = view.At.Owner!.Value;
        var number = view.Number;
        var asked = new RegisteredNumber(view.Facts, Holding.Shared, null, Repeated(text, 400), null);
        AdaptiveCard[] cards =
        [
            NumberCard.Draw(view),
            NumberCard.Draw(view with { Reader = owner }),
            NumberCard.Offer(view with { Reader = number.HandOvers[0].To }, number.HandOvers[0]),
            NumberDetails.Card(view),
            NumberDetails.History(view),
            HandOverForm.Card(view, owner, Repeated(text, 1_000)),
            DeputyForm.Card(view, null),
            ChallengeForm.Card(view, null),
            ChallengeAnswerForm.Card(view, null),
            NumberNews.HandOver(view, number.HandOvers[0]),
            NumberNews.Question(view, view.Company.Find(owner)!, Repeated(text, 300)),
            NumberListCards.Mine([.. Enumerable.Repeat(number, NumberListCards.MostListed + 1)], owner, view.Company, view.Say),
            NumberListCards.Unowned([.. Enumerable.Repeat(number, NumberListCards.MostListed + 1)], view.Company, view.Say),
            QuestionCards.Choices([.. Enumerable.Repeat(asked, NumberMatcher.MostChoices)], view.Company, view.Say, view.PostId),
            QuestionCards.Unknown(Repeated(text, 120), [.. Enumerable.Repeat(asked, NumberMatcher.MostChoices)], view.Company, view.Say, view.PostId),
            QuestionCards.Word(new Definition("word", Repeated(text, 400), Repeated(text, 4_000)), view.Say),
            QuestionCards.Definition(view),
            QuestionCards.Value(view),
            QuestionCards.Gap(new QuestionGap { Key = "k", Question = Repeated(text, 300), AskedBy = owner, Department = "sales", Id = view.PostId }, view.Company, view.Say),
        ];
        Assert.All(cards, card => Assert.InRange(card.ToUtf8Bytes().Length, 1, AdaptiveCard.Budget));
    }

    static NumberView Worst(string text)
    {
        var files = CompanyFiles.Read(SampleFiles.Model, SampleFiles.People);
        var people = Enumerable.Range(0, 200).Select(no => new CompanyPerson(
            PersonId.New(Now), $"00000000-0000-4000-8000-{no:D12}", Repeated(text, 200), $"p{no}@coldworks.example", Repeated(text, 200), files.Model!.FindDepartment("sales"), null, no)).ToList();
        var company = new Company(files.Model!, 1, people, []);
        var long400 = Repeated(text, 400);
        var number = new TrackedNumber(
            new NumberFacts("n", Repeated(text, NumberRules.LongestName))
            {
                Aliases = [.. Enumerable.Repeat(Repeated(text, NumberRules.LongestName), NumberRules.MostAliases)],
                Definition = new NumberDefinition(Repeated(text, NumberRules.LongestDefinition), long400, long400) { ApprovedBy = long400, ApprovedOn = new DateOnly(2026, 1, 1) },
                Unit = Repeated(text, 20),
                Target = 999_999_999_999_999_999m,
                Department = "sales",
            },
            "import",
            Now.AddDays(-300));
        number.BeginOwnership(people[0].Id, long400, Now.AddDays(-300));
        var owner = new NumberActor(people[0].Id, MayName: true);
        foreach (var person in people.Take(10))
            number.Dispute(person.Id, Challenged.Value, Repeated(text, TrackedNumber.MaxWords), Now);
        number.Propose(owner, people[1].Id, isListed: true, new DateOnly(2026, 11, 30), Repeated(text, TrackedNumber.MaxWords), TimeZoneInfo.Utc, Now);
        var related = new RelatedNumber("other", Repeated(text, NumberRules.LongestName), long400, long400);
        return new NumberView
        {
            At = new NumberAtHand(number, company, people[2], new StandIn(people[3].Id, Now.AddDays(1))),
            Say = Sentences.In("de"),
            PostId = Guid.CreateVersion7(Now),
            Now = Now,
            Latest = new NumberValue { NumberId = "n", PeriodEnd = new DateOnly(2026, 8, 31), Value = 1_234_567.123456m, Source = "keeper", EnteredBy = people[4].Id, EnteredAt = Now },
            SupportedBy = [.. Enumerable.Repeat(related, 60)],
            Supports = related,
        };
    }

    static string Repeated(string text, int units) => string.Concat(Enumerable.Repeat(text, Math.Max(1, units / text.Length)));
}
