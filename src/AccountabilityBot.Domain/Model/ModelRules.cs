namespace AccountabilityBot.Domain.Model;

/// <summary>What a revenue model must obey to make sense. Whether its people exist is for <see cref="People.PeopleRules"/>.</summary>
public static class ModelRules
{
    /// <summary>Every rule the model breaks, in the order of the file; empty for a model that may be used.</summary>
    public static IReadOnlyList<Problem> Check(RevenueModel model) =>
    [
        .. Rule.Text("company", model.Company, 80),
        .. Rule.Language("language", model.Language),
        .. Rule.TimeZone("timeZone", model.TimeZone),
        .. Administrators(model),
        .. Departments(model),
        .. Seams(model),
        .. Journey(model),
        .. LeadFlowRules.Check(model),
        .. People(model),
        .. MembershipRules.Check(model),
        .. NumberRules.Check(model),
        .. CouncilRules.Check(model.Council, model.Departments),
        .. Rule.Between("messages.budget", model.Messages.Budget, 1, 50, "unasked messages to one person a day"),
    ];

    static IEnumerable<Problem> People(RevenueModel model) => model.PeopleHours.SelectMany(entry => (IEnumerable<Problem>)
    [
        .. Rule.Person($"people.{entry.Key}", entry.Key),
        .. entry.Value.TimeZone is { } zone ? Rule.TimeZone($"people.{entry.Key}.timeZone", zone) : [],
    ]);

    static IEnumerable<Problem> Administrators(RevenueModel model) =>
        model.Administrators.SelectMany((person, index) => Rule.Person($"administrators[{index}]", person));

    static IEnumerable<Problem> Departments(RevenueModel model)
    {
        if (model.Departments.Count is 0)
            yield return new Problem("departments", "There is no department; a model needs at least two, one that hands over and one that receives.");

        foreach (var problem in Rule.Ids("departments", model.Departments, department => department.Id))
            yield return problem;
        foreach (var problem in model.Departments.SelectMany(department => One(model, department)))
            yield return problem;
        foreach (var problem in Rule.OneMeaning("departments", model.Departments, department => department.Id, department => department.Spellings))
            yield return problem;

        // What a department takes from the company is reported there, once.
        static IEnumerable<Problem> One(RevenueModel model, Department department)
        {
            var path = $"departments.{department.Id}";
            return
            [
                .. Rule.Text($"{path}.name", department.Name, 60),
                .. department.Language == model.Language ? [] : Rule.Language($"{path}.language", department.Language),
                .. department.TimeZone == model.TimeZone ? [] : Rule.TimeZone($"{path}.timeZone", department.TimeZone),
                .. Rule.Person($"{path}.head", department.Head),
                .. Rule.Person($"{path}.guardian", department.Guardian),
                .. department.Labels.SelectMany((label, index) => Rule.Text($"{path}.labels[{index}]", label, 100)),
                .. Rule.Between($"{path}.poolOffers", department.PoolOffers, 1, 100, "pool offers open at once"),
                .. department.Channel is { } channel ? Channel($"{path}.channel", channel) : [],
            ];
        }
    }

    static IEnumerable<Problem> Channel(string path, ChannelAddress channel)
    {
        foreach (var problem in (IEnumerable<Problem>)
        [
            .. Rule.Text($"{path}.channelId", channel.ChannelId, 200),
            .. Rule.Text($"{path}.teamId", channel.TeamId, 200),
            .. Rule.Text($"{path}.name", channel.Name, 100),
        ])
        {
            yield return problem;
        }

        if (!Uri.TryCreate(channel.ServiceUrl, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            yield return new Problem(
                $"{path}.serviceUrl",
                $"\"{channel.ServiceUrl}\" is not an https address; the Bot Connector's address for your tenant is meant.");
        }
    }

    static IEnumerable<Problem> Seams(RevenueModel model)
    {
        var departments = model.Departments.Select(department => department.Id).ToArray();
        if (model.Seams.Count is 0)
            yield return new Problem("seams", "There is no seam; a lead needs at least one to be handed over.");

        foreach (var problem in Rule.Ids("seams", model.Seams, seam => seam.Id))
            yield return problem;

        foreach (var seam in model.Seams)
        {
            var path = $"seams.{seam.Id}";
            foreach (var problem in (IEnumerable<Problem>)
            [
                .. Rule.Text($"{path}.name", seam.Name, 80),
                .. Rule.OneOf($"{path}.from", seam.From, departments, "department"),
                .. Rule.OneOf($"{path}.to", seam.To, departments, "department"),
            ])
            {
                yield return problem;
            }

            if (seam.Segment is { } segment)
            {
                foreach (var problem in Rule.OneOf($"{path}.segment", segment, model.Segments.Select(known => known.Id), "segment"))
                    yield return problem;
            }

            foreach (var problem in (IEnumerable<Problem>)
            [
                .. Rule.Ids(path, [seam.Kind], kind => kind).Select(problem => problem with { Path = $"{path}.kind" }),
                .. seam.Item is { } item ? Rule.Text($"{path}.item", item, 40) : [],
                .. seam.HandOverWithin is { } within ? Rule.Between($"{path}.handOverWithin", within, TimeSpan.FromMinutes(1), TimeSpan.FromDays(90)) : [],
            ])
            {
                yield return problem;
            }

            if (seam.From == seam.To)
                yield return new Problem($"{path}.to", $"The seam \"{seam.Id}\" leads from \"{seam.From}\" to itself; a seam joins two departments.");
        }
    }

    static IEnumerable<Problem> Journey(RevenueModel model) =>
    [
        .. Rule.Ids("stages", model.Stages, stage => stage.Id),
        .. model.Stages.SelectMany(stage => Rule.Text($"stages.{stage.Id}", stage.Name, 60)),
        .. Rule.Ids("definitions", model.Definitions, definition => definition.Id),
        .. model.Definitions.SelectMany(definition => Rule.Text($"definitions.{definition.Id}.name", definition.Name, 60)),
        .. model.Definitions.SelectMany(definition => Rule.Text($"definitions.{definition.Id}.text", definition.Text, 1_000)),
    ];
}
