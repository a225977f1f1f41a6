using AccountabilityBot.Data;
using AccountabilityBot.Delivery.Pacing;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Connector;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Setup;

/// <summary>
/// Reads who is in a home channel, once a day: a roster has the <c>29:</c> ids with which a personal chat can be opened, so
/// that somebody who never wrote to the bot still gets their offer in their own chat.
/// </summary>
sealed partial class Rosters(BotDb db, TeamsConnector teams, Pace pace, CompanySource companies, Colleagues colleagues, ILogger<Rosters> logger)
{
    static readonly TimeSpan Daily = TimeSpan.FromHours(24);
    static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(5);

    public async Task<int> ReadDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Channels.Where(channel => channel.RosterDueAt <= now).ToListAsync(ct);
        var read = 0;
        foreach (var channel in due)
        {
            if (await ReadAsync(channel, ct) is not { } outcome)
                break;
            read++;
            switch (outcome)
            {
                case ReadOutcome<IReadOnlyList<Member>>.Read(var members):
                    await NoteAsync(channel, members, now, ct);
                    channel.RosterDueAt = now + Daily;
                    break;
                case ReadOutcome<IReadOnlyList<Member>>.Throttled(var until):
                    channel.RosterDueAt = until;
                    break;
                default:
                    NotRead(channel.Department, outcome.ToString());
                    channel.RosterDueAt = now + SoonAgain;
                    break;
            }

            await db.SaveChangesAsync(ct);
        }

        return read;
    }

    /// <returns>None: there is no room for the request now; it is due again in the next pass.</returns>
    async Task<ReadOutcome<IReadOnlyList<Member>>?> ReadAsync(DepartmentChannel channel, CancellationToken ct)
    {
        var thread = "members:" + channel.ChannelId;
        var slot = pace.TryTake(thread);
        try
        {
            return slot is null
                ? null
                : await slot.RequestAsync(() => teams.MembersAsync(channel.ServiceUrl, channel.ChannelId, ct, NextPageAsync));
        }
        finally
        {
            slot?.Dispose();
        }

        // A page counts from the instant in which it is asked for.
        async Task NextPageAsync(CancellationToken stop)
        {
            using var page = await pace.TakeAsync(thread, stop);
            await page.RequestAsync(() => Task.FromResult(thread));
        }
    }

    async Task NoteAsync(DepartmentChannel channel, IReadOnlyList<Member> members, DateTimeOffset now, CancellationToken ct)
    {
        var company = companies.Current;
        var known = (await db.TeamsUsers.Select(user => user.PersonId).ToListAsync(ct)).ToHashSet();
        var reached = new List<PersonId>();
        foreach (var member in members)
        {
            if (member.ObjectId is null || company.FindByReference(member.ObjectId) is not { } person || !known.Add(person.Id))
                continue;
            db.TeamsUsers.Add(new TeamsUser
            {
                PersonId = person.Id,
                UserId = member.Id,
                ServiceUrl = channel.ServiceUrl,
                TenantId = member.TenantId ?? channel.TenantId ?? "",
            });
            reached.Add(person.Id);
        }

        await db.SaveChangesAsync(ct);
        await colleagues.WakeAsync(reached, now, ct);
    }

    [LoggerMessage(1, LogLevel.Warning, "The people in the home channel of {Department} could not be read: {Outcome}")]
    partial void NotRead(string department, string? outcome);
}
