using AccountabilityBot.Commitments.Leaving;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Feedback;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>All that a list of promises is drawn from.</summary>
sealed record CommitmentListView
{
    /// <summary>Those that the card shows, from its top on.</summary>
    public required IReadOnlyList<Commitment> Shown { get; init; }

    /// <summary>Open ones that it does not show.</summary>
    public required int More { get; init; }

    /// <summary>Whose they are; none: the reader's own.</summary>
    public required string? Department { get; init; }

    /// <summary>Id of the department for which one is added.</summary>
    public required string? DepartmentId { get; init; }

    /// <summary>Of those that did not stay with who promised them.</summary>
    public IReadOnlyDictionary<Guid, PromiseHands> Hands { get; init; } = PromiseHands.None;

    public required Company Company { get; init; }

    public required Sentences Say { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>The lists: which promises stand on one, and its card as it is at any moment.</summary>
sealed class CommitmentLists(BotDb db, CompanySource companies, FeedbackReading reading, TimeProvider clock)
{
    public const int MostListed = 8;

    /// <summary>What was closed so lately is shown below what is open.</summary>
    static readonly TimeSpan ClosedLately = TimeSpan.FromDays(14);

    /// <summary>Open, the first due on top. Those from feedback are private, and in no channel.</summary>
    public static IQueryable<Commitment> OfDepartments(BotDb db, IReadOnlyList<string> departments) => db.Commitments.AsNoTracking()
        .Where(row => row.State == CommitmentState.Open && row.FeedbackId == null && departments.Contains(row.Department))
        .OrderBy(row => row.DueOn).ThenBy(row => row.Id);

    /// <summary>Open first, then what was closed lately.</summary>
    public static async Task<IReadOnlyList<Guid>> MineAsync(BotDb db, PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        var mine = db.Commitments.AsNoTracking().Where(row => row.Owner == person);
        var open = await mine.Where(row => row.State == CommitmentState.Open).OrderBy(row => row.DueOn).ThenBy(row => row.Id).Select(row => row.Id).Take(MostListed).ToListAsync(ct);
        var since = now - ClosedLately;
        var closed = await mine.Where(row => row.ClosedAt >= since).OrderByDescending(row => row.ClosedAt).ThenBy(row => row.Id).Select(row => row.Id).Take(MostListed).ToListAsync(ct);
        return [.. open.Concat(closed).Take(MostListed)];
    }

    public async Task<RenderedCard?> Card(CardPost post, CancellationToken ct)
    {
        // Read before the promises: whatever changes them from now on raises it again.
        var version = post.Wanted;
        var company = companies.Current;
        string[] departments = post.Argument?.Split(',') ?? [];
        var home = departments.Length == 0 ? null : company.Model.FindDepartment(departments[0]);
        var shown = await ShownOnAsync(db, post.SubjectId!.Value, ct);
        var open = post.Person is { } person
            ? db.Commitments.AsNoTracking().Where(row => row.Owner == person && row.State == CommitmentState.Open)
            : OfDepartments(db, departments);
        var say = post.Person is { } reader ? await reading.SayToAsync(reader, ct) : Sentences.In(home?.Language ?? company.Model.Language);
        return new RenderedCard(Draw(new CommitmentListView
        {
            Shown = shown,
            Hands = await PromiseHands.OfAsync(db, company, shown, say.Plain("somebody"), ct),
            More = await open.CountAsync(ct) - shown.Count(row => row.State is CommitmentState.Open),
            Department = post.Person is null ? string.Join(", ", departments.Select(id => company.Model.FindDepartment(id)?.Name ?? id)) : null,
            DepartmentId = home?.Id,
            Company = company,
            Say = say,
            PostId = post.Id,
            Now = clock.GetUtcNow(),
        }), version);
    }

    /// <summary>In their order on the card.</summary>
    public static Task<List<Commitment>> ShownOnAsync(BotDb db, Guid subject, CancellationToken ct) => db.CommitmentListings.AsNoTracking()
        .Where(listing => listing.SubjectId == subject)
        .Join(db.Commitments, listing => listing.CommitmentId, row => row.Id, (listing, row) => new { listing.Position, Row = row })
        .OrderBy(one => one.Position).ThenBy(one => one.Row.Id).Select(one => one.Row).Take(2 * MostListed).ToListAsync(ct);

    public static AdaptiveCard Draw(CommitmentListView view) => AdaptiveCard.Fitting(CommitmentRows.LongestText, longest =>
    {
        var (say, left) = (view.Say, CommitmentRows.MostWithButtons);
        var title = view.Department is { } department ? say.Plain("commitment.list.department", department) : say.Plain("commitment.list.mine");
        return new AdaptiveCard
        {
            Summary = title,
            Body =
            [
                FeedbackCards.Heading(CardText.Untrusted(title, 120)),
                .. view.Shown.Count > 0 ? [] : (CardElement[])[new TextBlock(say.Card("commitment.list.none"))],
                .. view.Shown.SelectMany(row => CommitmentRows.Row(
                    row,
                    say,
                    view.Department is null ? null : view.Company.NameOf(row.Owner, say.Plain("somebody")),
                    CommitmentDays.DayOf(view.Company, row.Owner, view.Now),
                    view.PostId,
                    withButtons: row.State is CommitmentState.Open && left-- > 0,
                    longest,
                    view.Hands.GetValueOrDefault(row.Id))),
                .. view.More <= 0 ? [] : (CardElement[])[FeedbackCards.Small(say.Card("commitment.list.more", view.More)) with { Separator = true }],
            ],
            Actions = [CommitmentRows.AddButton(say, view.DepartmentId, view.PostId)],
        };
    });
}
