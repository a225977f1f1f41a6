using AccountabilityBot.Data;
using AccountabilityBot.Delivery.Pacing;
using AccountabilityBot.Domain;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Connector;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Delivery;

/// <summary>Where a message goes.</summary>
/// <param name="ConversationId">A chat, or a channel thread with its <c>;messageid</c>; none: a new thread in the channel.</param>
/// <param name="ChannelId">For a new thread.</param>
public sealed record Address(string ServiceUrl, string TenantId, string? ConversationId, string? ChannelId);

/// <summary>Finds the way to a person or a channel.</summary>
sealed class Addresses(BotDb db, TeamsConnector teams, CompanySource companies, SeenColleagues seen)
{
    /// <summary>
    /// The personal chat: the known one, else one created with the person's <c>29:</c> id. None: the bot has never seen
    /// this person, and only the channel can mention them.
    /// </summary>
    /// <param name="slot">Opening a chat is a request like another.</param>
    public async Task<(Address? Address, SendOutcome? Problem)> OfPersonAsync(PersonId person, Slot slot)
    {
        var found = await FindAsync(person, slot);
        // Their next activity is looked at anew: it may bring the way, and wakes what waits for them.
        if (found.Address is null)
            seen.Forget(person);
        return found;
    }

    async Task<(Address? Address, SendOutcome? Problem)> FindAsync(PersonId person, Slot slot)
    {
        var user = await db.TeamsUsers.SingleOrDefaultAsync(row => row.PersonId == person);
        if (user is null)
            return (null, null);
        if (user.ChatId is null)
        {
            var created = await slot.SendAsync(() => teams.CreatePersonalChatAsync(user.ServiceUrl, user.TenantId, user.UserId, CancellationToken.None));
            // A chat that was opened twice is the same chat, and opening shows nothing: an unclear answer is one to try again.
            if (created is SendOutcome.Ambiguous unclear)
                return (null, new SendOutcome.Failed(unclear.Why));
            if (created is not SendOutcome.Sent { ConversationId: { } chat })
                return (null, created);
            user.ChatId = chat;
            await db.SaveChangesAsync();
        }

        return (new Address(user.ServiceUrl, user.TenantId, user.ChatId, null), null);
    }

    /// <summary>Forgets a chat that Teams no longer knows (the person removed its history); the next send creates it anew.</summary>
    public Task ForgetChatAsync(PersonId person)
    {
        seen.Forget(person);
        return db.TeamsUsers.Where(row => row.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(row => row.ChatId, (string?)null));
    }

    public async Task<Address?> OfChannelAsync(string channelId)
    {
        var channel = await db.Channels.AsNoTracking().Where(row => row.ChannelId == channelId).FirstOrDefaultAsync();
        return channel is null ? null : new Address(channel.ServiceUrl, channel.TenantId ?? "", null, channelId);
    }

    /// <summary>A department hears in its home channel; while it has none, its head does.</summary>
    public async Task<(Address? Address, SendOutcome? Problem)> OfDepartmentAsync(string departmentId, Slot slot)
    {
        var home = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == departmentId);
        if (home is not null)
            return (new Address(home.ServiceUrl, home.TenantId ?? "", null, home.ChannelId), null);
        var company = companies.Current;
        return company.Model.FindDepartment(departmentId) is { } department && company.HeadOf(department) is { } head
            ? await OfPersonAsync(head.Id, slot)
            : (null, null);
    }
}
