namespace AccountabilityBot.Domain.Model;

/// <summary>The part of <see cref="ModelRules"/> about dispositions: few enough to choose from, and every lead comes to an end.</summary>
static class DispositionRules
{
    /// <summary>More than so many in one tier, and people take the first one.</summary>
    public const int MostInATier = 10;

    static readonly DealStage[] _open = [DealStage.Working, DealStage.MeetingSet, DealStage.NoShow, DealStage.Qualified, DealStage.Proposal];

    public static IEnumerable<Problem> Check(RevenueModel model)
    {
        var all = model.Dispositions;
        return
        [
            .. Rule.Ids("dispositions", all, one => one.Id),
            .. all.SelectMany(one => Check(one, model)),
            .. KindsOf(model).SelectMany(kind => _open.SelectMany(stage => Stage(kind, stage, all))),
        ];
    }

    /// <summary>What is handed over in this company; a lead that names another seam's kind is still one of these.</summary>
    static IEnumerable<string> KindsOf(RevenueModel model) => model.Seams.Select(seam => seam.Kind).Append(Seam.LeadKind).Distinct();

    static IEnumerable<Problem> Check(Disposition one, RevenueModel model)
    {
        var path = $"dispositions.{one.Id}";
        return
        [
            .. Rule.Text($"{path}.name", one.Name, 60),
            .. Following(path, one, model),
            .. Reasons($"{path}.reasons", one.Reasons),
            .. one.Kinds.SelectMany((kind, at) => Rule.OneOf($"{path}.of[{at}]", kind, KindsOf(model), "kind of hand-off")),
            .. one.At.Where(stage => stage >= DealStage.Won)
                .Select(stage => new Problem($"{path}.at", $"A lead that is {DispositionWords.Of(stage)} has ended: nothing more is chosen about it.")),
            .. one.Asks.Intersect(one.Needed)
                .Select(field => new Problem($"{path}.asks", $"\"{DispositionWords.Of(field)}\" is needed here already; what is asked for may be left empty.")),
        ];
    }

    static IEnumerable<Problem> Following(string path, Disposition one, RevenueModel model)
    {
        var becomes = one.Becomes is { } stage ? DispositionWords.Of(stage) : "nothing else";
        var (fits, sentence) = one.Next switch
        {
            NextStep.Recycle => (one.Becomes is DealStage.Recycled, "a lead that comes back on a date becomes \"recycled\""),
            NextStep.HandOver => (one.Becomes is DealStage.Won or DealStage.Closed, "what is handed over becomes \"won\" or \"closed\" here"),
            NextStep.Close => (one.Becomes is DealStage.Won or DealStage.Lost or DealStage.Closed, "what ends becomes \"won\", \"lost\" or \"closed\""),
            NextStep.FixData => (one.Becomes is null, "while its data are mended a lead stays where it is, without \"becomes\""),
            _ => (!one.Ends, "while its owner goes on a lead cannot have ended"),
        };
        if (!fits)
            yield return new Problem($"{path}.becomes", $"It becomes {becomes}, and the next step is another one: {sentence}.");

        if (one.Next is NextStep.HandOver && one.Seam is null)
            yield return new Problem($"{path}.seam", "Nobody says over which seam it is handed; \"seam\" is needed with the next step \"hand-over\".");
        else if (one.Next is not NextStep.HandOver && one.Seam is not null)
            yield return new Problem($"{path}.seam", "Only the next step \"hand-over\" goes over a seam.");
        else if (one.Seam is { } seam)
        {
            foreach (var problem in Rule.OneOf($"{path}.seam", seam, model.Seams.Select(known => known.Id), "seam"))
                yield return problem;
            if (one.Kinds.Count > 0 && model.FindSeam(seam) is { } next && !model.Seams.Any(before => one.Kinds.Contains(before.Kind) && before.To == next.From))
                yield return new Problem($"{path}.seam", $"The seam \"{seam}\" begins at \"{next.From}\", to which nothing of the kind {Rule.List(one.Kinds)} is handed over.");
        }

        if (one.DoNotContact && !one.Ends)
            yield return new Problem($"{path}.doNotContact", "Whoever asked not to be contacted is not worked on: the disposition has to end the lead.");
    }

    static IEnumerable<Problem> Reasons(string path, IReadOnlyList<Reason> reasons)
    {
        if (reasons.Count is 1)
            yield return new Problem(path, "There is one reason; two or more are allowed, or none at all.");
        if (reasons.Count > MostInATier)
            yield return new Problem(path, $"There are {reasons.Count} reasons; {MostInATier} are allowed in one tier: nobody reads more.");
        foreach (var problem in Rule.Ids(path, reasons, reason => reason.Id))
            yield return problem;
        foreach (var problem in reasons.SelectMany(reason => Rule.Text($"{path}.{reason.Id}", reason.Name, 60)))
            yield return problem;
    }

    static IEnumerable<Problem> Stage(string kind, DealStage stage, IReadOnlyList<Disposition> all)
    {
        var what = kind == Seam.LeadKind ? "A lead" : $"A hand-off of the kind \"{kind}\"";
        var here = all.Where(one => one.Fits(kind, stage)).ToArray();
        if (here.Length > MostInATier)
        {
            yield return new Problem(
                "dispositions",
                $"{what} that is {DispositionWords.Of(stage)} has {here.Length} dispositions to choose from; {MostInATier} are allowed. \"at\" says where one belongs, \"reasons\" makes a second tier.");
        }

        var isReached = stage is DealStage.Working || all.Any(one => one.Becomes == stage && (one.Kinds.Count == 0 || one.Kinds.Contains(kind)));
        if (isReached && !here.Any(one => one.Ends))
            yield return new Problem("dispositions", $"{what} that is {DispositionWords.Of(stage)} never comes to an end: no disposition that can be chosen there ends it.");
    }
}
