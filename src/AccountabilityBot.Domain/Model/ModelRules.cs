namespace AccountabilityBot.Domain.Model;

/// <summary>What a revenue model must obey to make sense.</summary>
public static class ModelRules
{
    public static IReadOnlyList<Problem> Check(RevenueModel model) => [];
}
