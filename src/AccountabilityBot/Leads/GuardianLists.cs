using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>
/// Keeps one live card per department before the eyes of whoever guards it. No version of one lead tells whether the card is
/// stale; so each pass compares a short picture of the truth with the picture that the card showed last, which is written down
/// in the same save as the delivery. Whatever crossed on the way, the next pass sees the difference.
/// </summary>
sealed class GuardianLists(BotDb db, CompanySource companies)
{
    /// <summary>A new message for leads that joined comes so often at most. Hot ones do not wait.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task<int> KeepAsync(DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var posts = await db.CardPosts
            .Where(post => post.Kind == LeadKinds.GuardianList && post.State != PostState.Moved && post.State != PostState.Gone)
            .OrderBy(post => post.CreatedAt)
            .ToListAsync(ct);
        var departments = posts.Select(post => post.Argument!).Concat(await DepartmentsAsync(ct)).Distinct().ToList();
        if (departments.Count == 0)
            return 0;

        var there = await WhoIsThere.ReadAsync(db, companies.Current, now, ct);
        var chats = await ChatsAsync(departments, ct);
        var changed = 0;
        foreach (var department in departments)
        {
            if (there.KeeperOfTheList(companies.Current.DepartmentOf(department), chats) is { } keeper)
                changed += await KeepAsync(department, [.. posts.Where(post => post.Argument == department)], keeper, now, ct);
        }

        if (changed > 0)
            await db.SaveChangesAsync(ct);
        return changed;
    }

    /// <summary>The button <b>Show the list</b>.</summary>
    public async Task<CardAnswer> Show(Turn turn, CardPress press, CancellationToken ct)
    {
        var (company, say) = (companies.Current, Sentences.In(turn.Locale));
        if (company.PersonOf(turn) is not { } presser)
            return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
        var id = press.Text(GuardianListCards.ListKey) ?? "";
        var department = company.DepartmentOf(id);
        if (!company.MaySetUp(presser.Id, department))
        {
            return CardAnswer.Say(say.Plain("refusal.lead.only-for-guardians", string.Join(", ", new[] { company.HeadOf(department), company.GuardianOf(department) }
                .OfType<CompanyPerson>().Select(person => person.Name).Distinct())));
        }

        return CardAnswer.Show(GuardianListCards.List(
            await GuardianList.ReadAsync(db, company, id, ct), company, say, press.Id("post") ?? Guid.Empty, turn.Now));
    }

    async Task<int> KeepAsync(string department, IReadOnlyList<CardPost> posts, CompanyPerson keeper, DateTimeOffset now, CancellationToken ct)
    {
        var list = await GuardianList.ReadAsync(db, companies.Current, department, ct);
        var standing = posts.LastOrDefault(post => post.Person == keeper.Id);
        if (await IsNewsAsync(list, standing, posts.Count > 0, now, ct))
        {
            foreach (var old in posts)
                MoveOn(old);
            db.CardPosts.Add(Place(list, keeper, now));
            return 1;
        }

        var changed = 0;
        foreach (var post in posts)
        {
            if (post != standing && standing is not null)
                MoveOn(post);
            else if (post is { State: PostState.Live, ActivityId: not null } && post.Shown >= post.Wanted && post.Picture != list.Picture)
                post.Wanted++;
            else
                continue;
            changed++;
        }

        return changed;
    }

    /// <summary>An edit calls nobody: whoever is new on the list, or new to it, is told by a new message.</summary>
    async Task<bool> IsNewsAsync(GuardianList list, CardPost? standing, bool stoodElsewhere, DateTimeOffset now, CancellationToken ct)
    {
        if (list.Count == 0)
            return false;
        if (standing is null && stoodElsewhere)
            return true;
        var after = standing?.CreatedAt ?? DateTimeOffset.UnixEpoch;
        var hottest = await GuardianList.Of(db, list.Id)
            .Where(lead => GuardianList.Reasons.Contains(lead.GuardianReason) && lead.GuardianSince > after)
            .MinAsync(lead => (int?)lead.Rank, ct);
        return hottest is { } rank && (standing is null || now - standing.CreatedAt >= Pause || rank <= companies.Current.Model.Messages.ExemptRank);
    }

    /// <summary>The list goes on elsewhere, and this copy says so. Raising what it wants holds against a delivery that is on its way.</summary>
    static void MoveOn(CardPost post)
    {
        post.State = PostState.Moved;
        post.Wanted++;
    }

    static CardPost Place(GuardianList list, CompanyPerson keeper, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = LeadKinds.GuardianList,
        Argument = list.Id,
        Thread = Outgoing.ThreadOf(keeper.Id),
        Person = keeper.Id,
        Wanted = 1,
        Rank = list.First[0].Rank,
        CreatedAt = now,
        NotBefore = now,
    };

    /// <summary>One step along the index for each department that has something on its list.</summary>
    async Task<List<string>> DepartmentsAsync(CancellationToken ct)
    {
        var found = new List<string>();
        var last = "";
        while (await db.Leads.Where(lead => lead.GuardianSince != null && lead.Department.CompareTo(last) > 0)
            .OrderBy(lead => lead.Department).Select(lead => lead.Department).FirstOrDefaultAsync(ct) is { } next)
        {
            found.Add(next);
            last = next;
        }

        return found;
    }

    async Task<HashSet<PersonId>> ChatsAsync(IEnumerable<string> departments, CancellationToken ct)
    {
        var company = companies.Current;
        var people = departments.SelectMany(department => WhoIsThere.GuardiansOf(company, company.DepartmentOf(department))).Select(person => person.Id).Distinct().ToList();
        return [.. await db.TeamsUsers.AsNoTracking().Where(user => people.Contains(user.PersonId)).Select(user => user.PersonId).ToListAsync(ct)];
    }
}
