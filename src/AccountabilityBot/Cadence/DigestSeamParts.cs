using AccountabilityBot.Domain.Cadence;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Teams.Cards;

namespace AccountabilityBot.Cadence;

/// <summary>What a digest says of the seams: what lies there, what was kept, and who has been stuck with something for the longest.</summary>
static class DigestSeamParts
{
    static readonly string[] _ofSender = [Lead.NameOf(PromiseKind.Complete), Lead.NameOf(PromiseKind.HandOver)];

    /// <summary>Where leads are lost, the worst first, each with the one who owns that number.</summary>
    public static IEnumerable<CardElement> Leaks(DigestView view, DepartmentContent content, IReadOnlyList<SeamFigures> seams, int longest, DigestLimits limits)
    {
        SeamFigures[] leaking = [.. seams.Where(seam => seam.Leak.Count > 0).OrderByDescending(seam => seam.Leak.Count).ThenBy(seam => seam.Seam, StringComparer.Ordinal)];
        if (leaking.Length is 0)
            yield break;
        yield return DigestParts.Section(view.Say.Card("digest.leaks"));
        foreach (var seam in leaking.Take(limits.Seams))
        {
            var (say, value) = (view.Say, view.MoneyOf(seam.Leak.Value));
            var count = CardText.Bold(say.Card(seam.Leak.Count is 1 ? "digest.leak.one" : "digest.leak.count", seam.Leak.Count));
            var (name, age) = (CardText.Untrusted(view.SeamName(seam.Seam), longest), view.Age(seam.Leak.MedianAge));
            yield return new TextBlock(value.Length is 0 ? say.Card("digest.leak", name, count, age) : say.Card("digest.leak.value", name, count, age, value)) { Spacing = Spacing.Small };
            yield return content.SeamOwners.FirstOrDefault(owner => owner.Seam == seam.Seam)?.Owner is { } owner
                ? DigestParts.Small(say.Card("digest.leak.owner", view.NameOf(owner)))
                : DigestParts.Small(say.Card("digest.leak.nobody")) with { Color = TextColor.Attention, IsSubtle = false };
        }

        if (leaking.Length > limits.Seams)
            yield return DigestParts.Small(view.Say.Card("digest.leaks.more", leaking.Length - limits.Seams));
    }

    /// <summary>By department of who promised, the digest's own first: promises of a side, and of no person.</summary>
    public static IEnumerable<CardElement> Promises(DigestView view, DepartmentContent content, IReadOnlyList<SeamFigures> seams, DigestLimits limits)
    {
        var sides = seams.SelectMany(seam => seam.Promises.Select(promise => (By: _ofSender.Contains(promise.Promise) ? seam.From : seam.To, promise)))
            .GroupBy(one => one.By).OrderBy(side => side.Key != content.Department).ThenBy(side => side.Key, StringComparer.Ordinal).Take(limits.Seams).ToList();
        foreach (var side in sides)
        {
            var isOwn = side.Key == content.Department;
            yield return DigestParts.Section(isOwn ? view.Say.Card("digest.promises") : view.Say.Card("digest.promises.of", view.NameOf(side.Key)));
            yield return new FactSet([.. SeamFigures.Sum(side.Select(one => one.promise)).Select(kept => new Fact(view.Say.Card("feedback.promise." + kept.Promise), Counted(view, kept, Before(content, side.Key, kept.Promise))))])
            {
                Spacing = Spacing.Small,
            };
        }
    }

    public static IEnumerable<CardElement> Stuck(DigestView view, DepartmentContent content, int longest)
    {
        StuckLead[] stuck = [.. content.Stuck.Where(lead => view.Leads.ContainsKey(lead.Lead))];
        if (stuck.Length is 0)
            yield break;
        yield return DigestParts.Section(view.Say.Card("digest.stuck"));
        foreach (var lead in stuck)
        {
            var (named, since) = (view.Leads[lead.Lead], CardText.Instant(lead.Since));
            yield return new TextBlock(CardText.Untrusted($"{named.Label} · {named.Name}", longest)) { Spacing = Spacing.Small };
            yield return DigestParts.Small(lead.Why is LeakReasons.Silent ? view.Say.Card("digest.stuck.silent", view.NameOf(lead.Owner), since)
                : lead.Why is LeakReasons.Guardian ? view.Say.Card("digest.stuck.guardian", Guardian(view, content), since)
                : view.Say.Card("digest.stuck.queue", since));
        }
    }

    /// <summary>Each seam for itself, for who wants to know which.</summary>
    public static IEnumerable<CardElement> Each(DigestView view, IReadOnlyList<SeamFigures> seams, int longest, DigestLimits limits)
    {
        SeamFigures[] came = [.. seams.Where(seam => seam.Came.IsAny).Take(limits.Seams)];
        if (came.Length is 0)
            yield break;
        yield return DigestParts.Section(view.Say.Card("digest.seams"));
        yield return new FactSet([.. came.Select(seam => new Fact(CardText.Untrusted(view.SeamName(seam.Seam), longest), CardText.Untrusted(Told(view, seam.Came), 200)))]) { Spacing = Spacing.Small };
    }

    /// <summary>Where they came from, the largest first.</summary>
    public static IEnumerable<CardElement> Sources(DigestView view, DepartmentContent content, IReadOnlyList<SeamFigures> seams, int longest, DigestLimits limits)
    {
        var sources = SeamFigures.Sum(seams.Where(seam => (content.IsSender ? seam.From : seam.To) == content.Department).SelectMany(seam => seam.Sources));
        if (sources.Count is 0)
            yield break;
        yield return DigestParts.Section(view.Say.Card("digest.sources"));
        yield return new FactSet([.. sources.Take(limits.Seams).Select(source => new Fact(
            CardText.Untrusted(view.Company.Model.Sources.FirstOrDefault(known => known.Id == source.Source)?.Name ?? source.Source, longest),
            view.Say.Card("digest.source", source.Received, source.Won)))])
        { Spacing = Spacing.Small };
    }

    static string Told(DigestView view, Flow came) => string.Join(", ", Enum.GetValues<Step>().Where(step => came[step] > 0)
        .Select(step => view.Say.Plain("digest.step.count", DigestCharts.NameOf(step, view.Say), came[step])));

    static KeptCount? Before(DepartmentContent content, string department, string promise) =>
        content.PromisesBefore.TryGetValue(department, out var before) ? before.FirstOrDefault(one => one.Promise == promise) : null;

    static CardText Counted(DigestView view, KeptCount kept, KeptCount? before) => before is null
        ? view.Say.Card("digest.kept", kept.Kept, kept.Of, kept.Share)
        : view.Say.Card("digest.kept.before", kept.Kept, kept.Of, kept.Share, before.Share);

    static string Guardian(DigestView view, DepartmentContent content) =>
        view.Company.Model.FindDepartment(content.Department) is { } department && view.Company.GuardianOf(department) is { } guardian ? view.NameOf(guardian.Id) : view.Say.Plain("digest.nobody");
}
