using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>Whether those whom the rules of membership name are among the people.</summary>
static class MembershipPeople
{
    public static IEnumerable<Problem> Check(RevenueModel model, PeopleIndex index) =>
        from rule in model.Membership.Index()
        from named in rule.Item.Under.Index()
        where index.Find(named.Item) is null
        select new Problem(
            $"membership[{rule.Index}].under[{named.Index}]",
            $"\"{named.Item}\" is to stand above people of {rule.Item.To}, but is not among the people; name somebody who is, or add them.");
}
