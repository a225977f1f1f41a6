using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>Whether those whom the rules of membership name are among the people.</summary>
static class MembershipPeople
{
    public static IEnumerable<Problem> Check(RevenueModel model, PeopleIndex index) =>
        from rule in model.Membership.Index()
        from condition in rule.Item.Conditions
        where condition.Key is MembershipCondition.Under
        from named in condition.Any.Index()
        where index.Find(named.Item) is null
        select new Problem(
            condition.PathOf($"membership[{rule.Index}]", named.Index),
            $"\"{named.Item}\" is to stand above people of {rule.Item.To}, but is not among the people; name somebody who is, or add them.");
}
