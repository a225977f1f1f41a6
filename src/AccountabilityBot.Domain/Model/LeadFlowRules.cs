namespace AccountabilityBot.Domain.Model;

/// <summary>The part of <see cref="ModelRules"/> that a lead meets on its way: segments, reasons, sources, limits.</summary>
static class LeadFlowRules
{
    const int FewestReasons = 6;
    const int MostReasons = 8;
    const int ShortestOther = 10;
    const string Other = "other";
    static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan _longest = 30 * LeadRules.WorkingDay;

    public static IEnumerable<Problem> Check(RevenueModel model) =>
    [
        .. Segments(model.Segments),
        .. RejectReasons(model.RejectReasons),
        .. Reasons("holdReasons", model.HoldReasons),
        .. Reasons("handBackReasons", model.HandBackReasons),
        .. Reasons("closeReasons", model.CloseReasons),
        .. DispositionRules.Check(model),
        .. Sources(model.Sources),
        .. Leads(model),
    ];

    static IEnumerable<Problem> Segments(IReadOnlyList<Segment> segments)
    {
        foreach (var problem in Rule.Ids("segments", segments, segment => segment.Id))
            yield return problem;

        foreach (var segment in segments)
        {
            var path = $"segments.{segment.Id}";
            foreach (var problem in (IEnumerable<Problem>)
            [
                .. Rule.Text($"{path}.name", segment.Name, 60),
                .. Rule.Between($"{path}.acceptWithin", segment.AcceptWithin, _shortest, _longest),
                .. Rule.Between($"{path}.rank", segment.Rank, 1, 1_000, "the rank, where 1 goes first"),
                .. segment.ContactWithin is { } contact ? Rule.Between($"{path}.contactWithin", contact, _shortest, _longest) : [],
                .. segment.FollowUpWithin is { } followUp ? Rule.Between($"{path}.followUpWithin", followUp, _shortest, _longest) : [],
                .. LadderRules.Check($"{path}.ladder", segment.Ladder, mayKeep: false),
                .. LadderRules.Check($"{path}.followUpLadder", segment.FollowUpLadder, mayKeep: true),
                .. segment.SecondLine is { } secondLine ? Rule.Person($"{path}.secondLine", secondLine) : [],
            ])
            {
                yield return problem;
            }
        }

        var defaults = segments.Where(segment => segment.Default).Select(segment => segment.Id).ToArray();
        if (defaults.Length is 0)
            yield return new Problem("segments", "No segment is the default; write \"default: true\" in exactly one, for leads that name none.");
        else if (defaults.Length > 1)
            yield return new Problem($"segments.{defaults[1]}.default", $"{Rule.List(defaults)} are all the default; exactly one segment may be.");
    }

    static IEnumerable<Problem> RejectReasons(IReadOnlyList<RejectReason> reasons)
    {
        foreach (var problem in Rule.Ids("rejectReasons", reasons, reason => reason.Id))
            yield return problem;

        if (reasons.Count is < FewestReasons or > MostReasons)
        {
            yield return new Problem(
                "rejectReasons",
                $"There are {reasons.Count} reject reasons; {FewestReasons} to {MostReasons} are allowed: fewer say too little, nobody reads more.");
        }

        if (reasons.All(reason => reason.Question is null))
            yield return new Problem("rejectReasons", "No reject reason asks a question; at least one must, or the sender learns nothing.");

        foreach (var reason in reasons)
        {
            var path = $"rejectReasons.{reason.Id}";
            foreach (var problem in Rule.Text($"{path}.name", reason.Name, 60))
                yield return problem;
            foreach (var problem in reason.Question is { } question ? Asks($"{path}.question", question) : [])
                yield return problem;

            var asksForWords = reason.Question is { Choices: [], MinLength: >= ShortestOther };
            if (reason.Id is Other && !asksForWords)
                yield return new Problem(path, $"The reason \"other\" must ask for words: a question without choices, and \"minLength\" of at least {ShortestOther}.");
        }
    }

    static IEnumerable<Problem> Asks(string path, Question question)
    {
        foreach (var problem in Rule.Text($"{path}.text", question.Text, 150))
            yield return problem;

        if (question.Choices is [])
        {
            foreach (var problem in Rule.Between($"{path}.minLength", question.MinLength, 1, 500, "the least characters of a free answer"))
                yield return problem;
            yield break;
        }

        if (question.Choices.Count is 1)
            yield return new Problem($"{path}.choices", "There is one choice; two or more are allowed, or none for a free answer.");
        if (question.MinLength is not 0)
            yield return new Problem($"{path}.minLength", $"\"minLength: {question.MinLength}\" is for free answers; this question has choices.");

        foreach (var problem in Rule.Ids($"{path}.choices", question.Choices, choice => choice.Id))
            yield return problem;
        foreach (var problem in question.Choices.SelectMany(choice => Rule.Text($"{path}.choices.{choice.Id}", choice.Name, 60)))
            yield return problem;
    }

    static IEnumerable<Problem> Reasons(string path, IReadOnlyList<Reason> reasons)
    {
        if (reasons.Count is 0)
            yield return new Problem(path, "There is no reason here; at least one is needed, for the card asks for one.");

        foreach (var problem in Rule.Ids(path, reasons, reason => reason.Id))
            yield return problem;
        foreach (var problem in reasons.SelectMany(reason => Rule.Text($"{path}.{reason.Id}", reason.Name, 60)))
            yield return problem;
    }

    static IEnumerable<Problem> Sources(IReadOnlyList<LeadSource> sources) =>
    [
        .. Rule.Ids("sources", sources, source => source.Id),
        .. sources.SelectMany(source => Rule.Text($"sources.{source.Id}.name", source.Name, 60)),
        .. sources.SelectMany(source => source.Aliases.SelectMany((alias, index) => Rule.Text($"sources.{source.Id}.aliases[{index}]", alias, 100))),
        .. Rule.OneMeaning("sources", sources, source => source.Id, source => source.Spellings),
    ];

    static IEnumerable<Problem> Leads(RevenueModel model)
    {
        var leads = model.Leads;
        foreach (var problem in (IEnumerable<Problem>)
        [
            .. Rule.OneOf("leads.department", leads.Department, model.Departments.Select(department => department.Id), "department"),
            .. Rule.OneOf("leads.seam", leads.Seam, model.Seams.Select(seam => seam.Id), "seam"),
            .. Rule.Between("leads.capacity", leads.Capacity, 1, 100, "offers one person may have open"),
            .. Rule.Between("leads.hands", leads.Hands, 1, 20, "hands before the guardian has the lead"),
            .. Rule.Between("leads.undo", leads.Undo, TimeSpan.Zero, TimeSpan.FromHours(1)),
            .. Rule.Between("leads.queueWait", leads.QueueWait, _shortest, _longest),
            .. leads.DispositionWithin is { } within ? Rule.Between("leads.dispositionWithin", within, TimeSpan.FromHours(1), 90 * LeadRules.WorkingDay) : [],
            .. leads.Capacities.Keys.SelectMany(person => Rule.Person($"leads.capacities.{person}", person)),
            .. leads.Capacities.SelectMany(pair => Rule.Between($"leads.capacities.{pair.Key}", pair.Value, 1, 100, "offers this person may have open")),
        ])
        {
            yield return problem;
        }

        var known = model.Departments.Select(department => department.Id).ToHashSet();
        if (model.FindSeam(leads.Seam) is { } seam && seam.To != leads.Department && known.Contains(seam.To) && known.Contains(leads.Department))
        {
            yield return new Problem(
                "leads.seam",
                $"The seam \"{seam.Id}\" ends at \"{seam.To}\", but leads go to \"{leads.Department}\" by default; both must name the same department.");
        }
    }
}
