namespace AccountabilityBot.Domain.Model;

/// <summary>How stages and fields are written in the model, in lists and in the API. They never change.</summary>
public static class DispositionWords
{
    public static string Of(DealStage stage) => stage switch
    {
        DealStage.Working => "working",
        DealStage.MeetingSet => "meeting-set",
        DealStage.NoShow => "no-show",
        DealStage.Qualified => "qualified",
        DealStage.Proposal => "proposal",
        DealStage.Won => "won",
        DealStage.Lost => "lost",
        DealStage.Recycled => "recycled",
        _ => "closed",
    };

    public static string Of(DispositionField field) => field switch
    {
        DispositionField.Budget => "budget",
        DispositionField.Authority => "authority",
        DispositionField.Need => "need",
        DispositionField.Timing => "timing",
        DispositionField.MeetingDate => "meeting-date",
        DispositionField.RecycleDate => "recycle-date",
        DispositionField.Value => "value",
        DispositionField.Bought => "bought",
        _ => "note",
    };
}
