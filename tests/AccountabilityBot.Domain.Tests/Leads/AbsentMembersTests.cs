using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.People;
using FsCheck;
using FsCheck.Fluent;
using static AccountabilityBot.Domain.Tests.Leads.Given;

namespace AccountabilityBot.Domain.Tests.Leads;

/// <summary>Whoever is there, away, out, resting, full or unreachable, and whoever gave the lead up before.</summary>
public sealed class AbsentMembersTests
{
    static readonly LeadActor[] People = [Ana, Bo, Cleo, Dan];

    static readonly Gen<Candidate[]> AnyMembers =
        from absent in Gen.Elements<Unavailable?>(null, null, Unavailable.OutsideHours, Unavailable.Out, Unavailable.Resting).ArrayOf(People.Length)
        from expected in Gen.Elements(true, true, false).ArrayOf(People.Length)
        from full in Gen.Elements(true, false, false).ArrayOf(People.Length)
        from reachable in Gen.Elements(true, true, true, false).ArrayOf(People.Length)
        from waited in Gen.Choose(0, 100).ArrayOf(People.Length)
        from count in Gen.Choose(0, People.Length)
        select People.Take(count).Select((person, index) => new Candidate(person.Id, full[index] ? 1 : 0, Capacity: 1, After(waited[index]), reachable[index])
        {
            Absent = absent[index],
            // Who rests is expected at no time.
            IsExpected = expected[index] && absent[index] is not Unavailable.Resting,
        }).ToArray();

    static readonly Arbitrary<(Candidate[] Members, int Hands, int Reserved)> AnyDesk = Arb.From(
        from members in AnyMembers
        from hands in Gen.Choose(0, 2)
        from reserved in Gen.Choose(-1, People.Length - 1)
        select (members, hands, reserved));

    [Fact]
    public void Only_who_is_there_and_can_be_reached_is_asked() => Prop.ForAll(AnyDesk, desk =>
    {
        var lead = LeadWith(desk.Hands, desk.Reserved);
        if (Rotation.Next(lead, desk.Members, accountOwner: desk.Reserved < 0 ? Ana.Id : null) is not NextOffer.To(var person, var reason))
            return;

        var asked = desk.Members.Single(member => member.Id == person);
        Assert.True(asked is { IsHere: true, IsReachable: true });
        Assert.False(lead.WasInHandsOf(person));
        Assert.True(asked.HasRoom || person == lead.ReservedFor);
        Assert.NotEqual(Unavailable.Resting, desk.Members.SingleOrDefault(member => member.Id == reason.Other && reason.Code == OfferReason.Rotation)?.Absent);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_the_guardians_exactly_when_nobody_who_may_be_asked_is_there_or_expected() => Prop.ForAll(AnyDesk, desk =>
    {
        var lead = LeadWith(desk.Hands, desk.Reserved);
        var someone = desk.Members.Any(member => !lead.WasInHandsOf(member.Id) && (member.IsHere || member.IsExpected));

        Assert.Equal(!someone, Rotation.Next(lead, desk.Members, accountOwner: null) is NextOffer.Nobody);
        Assert.Equal(!someone, Rotation.ForPool(lead, desk.Members, isOpen: true) is NextOffer.Nobody);
        Assert.Equal(!someone, Rotation.ForPool(lead, desk.Members, isOpen: false) is NextOffer.Nobody);
    }).QuickCheckThrowOnFailure();

    /// <summary>Given up by so many of the last people, and passed on to one of them.</summary>
    static Lead LeadWith(int hands, int reserved)
    {
        var lead = Waiting();
        for (var hand = 0; hand < hands; hand++)
        {
            var (person, colleague) = (People[^(hand + 1)], hand == hands - 1 && reserved >= 0 ? People[reserved] : null);
            var named = colleague is not null && colleague != person && !lead.WasInHandsOf(colleague.Id) ? Named(colleague) : null;
            lead.NowOfferedTo(person).PassOn(person, named, note: null, Terms, Noon).Did(LeadEvents.PassedOn);
        }

        return lead;
    }
}
