using System.Reflection;
using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Tests.Model;
using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Tests.Council;

public sealed class ModelChangesTests
{
    static readonly HourBlock _morning = new(TimeSpan.FromHours(9), TimeSpan.FromHours(12));
    static readonly DateOnly _holiday = new(2026, 12, 25);

    /// <summary>Says something of everything a model can say, so that no property can be forgotten.</summary>
    static readonly RevenueModel _full = Models.Good with
    {
        Departments = [Models.Good.Departments[0] with { Channel = new ChannelAddress("19:c", "19:t", "https://s.example", "General"), Labels = ["Brand"], Hours = Hours() }, Models.Good.Departments[1]],
        Seams = [Models.Good.Seams[0] with { Item = "Inquiry", Segment = "hot", Complete = ["email"], HandOverWithin = TimeSpan.FromHours(1) }],
        Segments = [Models.Good.Segments[0] with { ContactWithin = TimeSpan.FromMinutes(15), FollowUpWithin = TimeSpan.FromDays(1), SecondLine = "help@firm.example" }, Models.Good.Segments[1]],
        Dispositions =
        [
            new Disposition("won", "Won", DealStage.Won, NextStep.HandOver)
            {
                At = [DealStage.Proposal],
                Kinds = ["lead"],
                Requires = [DispositionField.Value],
                Asks = [DispositionField.Note],
                Reasons = [new Reason("price", "Price")],
                Seam = "marketing-sales",
            },
        ],
        Leads = Models.Good.Leads with { Capacities = new Dictionary<string, int> { ["ana@firm.example"] = 3 } },
        PeopleHours = new Dictionary<string, OwnHours>
        {
            ["ana@firm.example"] = new("Asia/Kolkata", new HoursChange
            {
                Week = Hours().Week,
                Holidays = new HashSet<DateOnly> { _holiday },
                HalfDays = new Dictionary<DateOnly, IReadOnlyList<HourBlock>> { [_holiday.AddDays(-1)] = [_morning] },
            }),
        },
        Membership =
        [
            new MembershipRule("sales")
            {
                Departments = ["*sales*"],
                Titles = ["Account*"],
                Names = ["Ana*"],
                Emails = ["*@firm.example"],
                Groups = ["00000000-0000-4000-8000-0000000000aa"],
                Teams = ["00000000-0000-4000-8000-0000000000bb"],
                Under = [Models.Head],
            },
        ],
        MembershipOverrides = new Dictionary<string, string> { ["bo@firm.example"] = "marketing" },
        Council = new CouncilRules { Channel = "sales", Members = [Models.Head] },
        Rhythms = new RhythmRules { Council = new Rhythm(Every.Month, DayOfWeek.Tuesday, new TimeOnly(10, 0)) },
        Roles = new Dictionary<string, string> { ["CRO"] = Models.Head },
        Numbers =
        [
            new NumberFacts("win-rate", "Win rate")
            {
                Aliases = ["wins"],
                Definition = new NumberDefinition("Won of all.", "Signed", "Opportunity.Stage") { ApprovedBy = "Ana", ApprovedOn = _holiday },
                Unit = "%",
                Direction = Direction.Up,
                Target = 25,
                Floor = 10,
                Cap = 90,
                Plan = 24,
                Forecast = 23,
                Department = "sales",
                Owner = "CRO",
                Keeper = "ana@firm.example",
                Supports = "revenue",
                ReviewOn = _holiday,
                Computed = "win-rate",
            },
        ],
    };

    [Fact]
    public void The_same_model_is_no_change() => Assert.Empty(ModelChanges.Between(_full, _full with { }));

    [Fact]
    public void A_change_of_any_property_of_the_model_is_seen_in_both_directions()
    {
        var variants = Variants(_full, "").ToList();

        Assert.True(variants.Count > 150, $"Only {variants.Count} properties were changed.");
        var unseen = variants
            .Where(variant => ModelChanges.Between(_full, (RevenueModel)variant.Changed).Count == 0 || ModelChanges.Between((RevenueModel)variant.Changed, _full).Count == 0)
            .Select(variant => variant.Path);
        Assert.Equal("", string.Join('\n', unseen));
    }

    [Fact]
    public void A_promise_that_changes_reads_as_a_model_file_writes_it()
    {
        var changed = _full with { Segments = [_full.Segments[0] with { AcceptWithin = TimeSpan.FromMinutes(10) }, _full.Segments[1]] };

        var change = Assert.Single(ModelChanges.Between(_full, changed));

        Assert.Equal((ModelSections.Segments, "Hot", ModelChangeWhat.Changed, ModelFields.AcceptWithin, "5m", "10m"), (change.Section, change.Subject, change.What, change.Field, change.From, change.To));
        Assert.True(change.IsOfPromises);
        Assert.Null(change.Departments);
    }

    [Fact]
    public void What_is_new_and_what_is_gone_is_one_line_each()
    {
        var changed = _full with { RejectReasons = [.. _full.RejectReasons.Skip(1), new RejectReason("no-budget", "No budget", null)] };

        Assert.Equal(
            [new ModelChange(ModelSections.RejectReasons, "No budget", ModelChangeWhat.Added), new ModelChange(ModelSections.RejectReasons, "No fit", ModelChangeWhat.Removed)],
            ModelChanges.Between(_full, changed));
    }

    [Fact]
    public void Another_order_is_one_line()
    {
        var changed = _full with { RejectReasons = [.. _full.RejectReasons.Reverse()] };

        var change = Assert.Single(ModelChanges.Between(_full, changed));

        Assert.Equal(ModelChangeWhat.Reordered, change.What);
        Assert.StartsWith("Other, Customer", change.To, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_names_the_departments_that_work_by_it()
    {
        Assert.Equal(["sales"], Departments(_full with { Numbers = [_full.Numbers[0] with { Target = 30 }] }));
        Assert.Equal(["marketing"], Departments(_full with { Departments = [_full.Departments[0] with { Head = "new@firm.example" }, _full.Departments[1]] }));
        Assert.Equal(["marketing", "sales"], Departments(_full with { Seams = [_full.Seams[0] with { Item = "Lead" }] }));
        Assert.Equal([], Departments(_full with { Administrators = ["new@firm.example"] }));
        Assert.Null(Departments(_full with { Definitions = [_full.Definitions[0] with { Text = "Another." }] }));
    }

    static IReadOnlyList<string>? Departments(RevenueModel changed) => Assert.Single(ModelChanges.Between(_full, changed)).Departments;

    static WorkingHours Hours() => new(
        new Dictionary<DayOfWeek, IReadOnlyList<HourBlock>> { [DayOfWeek.Monday] = [_morning] }, new Dictionary<DateOnly, IReadOnlyList<HourBlock>> { [_holiday] = [_morning] });

    /// <summary>The value, each time with one thing in it changed.</summary>
    static IEnumerable<(string Path, object Changed)> Variants(object value, string path)
    {
        switch (value)
        {
            case string text:
                return [(path, text + "x")];
            case bool yes:
                return [(path, !yes)];
            case int number:
                return [(path, number + 1)];
            case decimal amount:
                return [(path, amount + 1)];
            case TimeSpan time:
                return [(path, time + TimeSpan.FromMinutes(1))];
            case DateOnly day:
                return [(path, day.AddDays(1))];
            case TimeOnly at:
                return [(path, at.AddHours(1))];
            case HourBlock block:
                return [(path, block with { End = block.End + TimeSpan.FromHours(1) })];
            case Enum one:
                return [(path, Enum.GetValues(one.GetType()).Cast<object>().First(other => !other.Equals(one)))];
            case IReadOnlySet<DateOnly>:
                return [(path, new HashSet<DateOnly>())];
        }

        var type = value.GetType();
        if (type.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) is { } dictionary)
            return Call(nameof(OfDictionary), dictionary.GetGenericArguments(), value, path);
        if (type.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) is { } list)
            return Call(nameof(OfList), list.GetGenericArguments(), value, path);
        return OfRecord(value, path);
    }

    static IEnumerable<(string Path, object Changed)> OfRecord(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var inside = property.GetValue(value) ?? throw new InvalidOperationException($"{path}.{property.Name} is not said in the full model.");
            foreach (var (at, changed) in Variants(inside, $"{path}.{property.Name}"))
            {
                var clone = value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;
                property.SetValue(clone, changed);
                yield return (at, clone);
            }
        }
    }

    static IEnumerable<(string Path, object Changed)> OfList<T>(IReadOnlyList<T> list, string path)
    {
        if (list.Count == 0)
            throw new InvalidOperationException($"{path} is empty in the full model.");
        yield return (path + " without its last", list.SkipLast(1).ToList());
        foreach (var (at, changed) in Variants(list[0]!, path + "[0]"))
            yield return (at, list.Skip(1).Prepend((T)changed).ToList());
    }

    static IEnumerable<(string Path, object Changed)> OfDictionary<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> entries, string path)
        where TKey : notnull
    {
        var (key, value) = entries.First();
        yield return (path + " without its first", entries.Where(entry => !entry.Key.Equals(key)).ToDictionary());
        foreach (var (at, changed) in Variants(value!, $"{path}[{key}]"))
            yield return (at, new Dictionary<TKey, TValue>(entries) { [key] = (TValue)changed });
    }

    static IEnumerable<(string Path, object Changed)> Call(string method, Type[] types, object value, string path) =>
        (IEnumerable<(string, object)>)typeof(ModelChangesTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types).Invoke(null, [value, path])!;
}
