using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Messages;

/// <summary>
/// <c>mute</c> and <c>unmute</c>, as words and as buttons. What is muted is a person's own affair: the card comes to their
/// own chat, wherever they said it.
/// </summary>
sealed class Muting(BotDb db, CompanySource companies, Answers answers)
{
    public Task Mute(Turn turn, string rest, CancellationToken ct) => SayAsync(turn, rest, (mutes, what) => Add(turn, mutes, what), ct);

    /// <summary>Without a word of what, everything comes again.</summary>
    public Task Unmute(Turn turn, string rest, CancellationToken ct) => SayAsync(turn, WordsOf(rest).Length == 0 ? "both" : rest, Remove, ct);

    public Task<CardAnswer> Mute(Turn turn, CardPress press, CancellationToken ct) =>
        PressAsync(turn, mutes => Add(turn, mutes, WordsOf(press.Text(MuteCard.WhatKey) ?? "")), ct);

    public Task<CardAnswer> Unmute(Turn turn, CardPress press, CancellationToken ct) => PressAsync(turn, mutes => Remove(mutes, WordsOf("both")), ct);

    public async Task<CardAnswer> Truth(Turn turn, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        return companies.Current.PersonOf(turn) is { } person
            ? CardAnswer.Show(await CardAsync(person.Id, say, ct))
            : CardAnswer.Say(say.Plain("refusal.person-unlisted"));
    }

    public async Task<OutgoingActivity?> Render(Notice notice, CancellationToken ct)
    {
        var say = Sentences.In(notice.Locale);
        return notice.Person is { } person
            ? OutgoingActivity.ForCard(await CardAsync(person, say, ct))
            : OutgoingActivity.ForText(say.Plain("refusal.person-unlisted"));
    }

    async Task SayAsync(Turn turn, string rest, Action<List<Mute>, Muted[]> change, CancellationToken ct)
    {
        if (companies.Current.PersonOf(turn) is { } person)
            change(await MutesAsync(person.Id, ct), WordsOf(rest));
        answers.Add(turn, MessageKinds.Mute, null, privately: true);
        await db.SaveChangesAsync(ct);
    }

    async Task<CardAnswer> PressAsync(Turn turn, Action<List<Mute>> change, CancellationToken ct)
    {
        if (companies.Current.PersonOf(turn) is { } person)
            change(await MutesAsync(person.Id, ct));
        await db.SaveChangesAsync(ct);
        return await Truth(turn, ct);
    }

    void Add(Turn turn, List<Mute> mutes, Muted[] what)
    {
        var person = companies.Current.PersonOf(turn)!.Id;
        db.Mutes.AddRange(what.Where(one => !mutes.Exists(mute => mute.What == one)).Select(one => new Mute(person, one, turn.Now)));
    }

    void Remove(List<Mute> mutes, Muted[] what) => db.Mutes.RemoveRange(mutes.Where(mute => what.Contains(mute.What)));

    Task<List<Mute>> MutesAsync(PersonId person, CancellationToken ct) => db.Mutes.Where(mute => mute.PersonId == person).ToListAsync(ct);

    async Task<AdaptiveCard> CardAsync(PersonId person, Sentences say, CancellationToken ct) => MuteCard.Draw(
        say, await db.Mutes.AsNoTracking().Where(mute => mute.PersonId == person).OrderBy(mute => mute.What).ToListAsync(ct), companies.Current.Model.Messages);

    /// <summary>What somebody wants left out; empty when they name nothing that can be, and the card shows what can.</summary>
    static Muted[] WordsOf(string said) => said.Trim().ToLowerInvariant() switch
    {
        MuteCard.Reminders or "reminder" or "nudges" => [Muted.Reminders],
        MuteCard.News => [Muted.News],
        MuteCard.Both or "all" or "everything" or "reminders and news" or "news and reminders" => [Muted.Reminders, Muted.News],
        _ => [],
    };
}
