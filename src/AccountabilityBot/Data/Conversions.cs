using System.Text.Encodings.Web;
using System.Text.Json;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Promises;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AccountabilityBot.Data;

/// <summary>How the domain's types stand in columns.</summary>
static class Conversions
{
    /// <summary>Text is kept as it reads: the default would spell every letter beyond ASCII in six characters.</summary>
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal sealed class LeadIdToGuid() : ValueConverter<LeadId, Guid>(id => id.Value, value => new LeadId(value));

    internal sealed class PersonIdToGuid() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

    /// <summary>
    /// UTC as microseconds since 1970, for SQLite: EF cannot compare or sort a DateTimeOffset there, and PostgreSQL keeps
    /// microseconds too, so that an instant is the same on both.
    /// </summary>
    internal sealed class InstantToMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        value => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (value * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));

    internal sealed class HandsToJson() : ValueConverter<IReadOnlyList<Hand>, string>(
        hands => JsonSerializer.Serialize(hands.Select(StoredHand.Of), Json),
        json => Read(json));

    /// <summary>The list is replaced, never changed, so that the reference tells whether it changed.</summary>
    internal sealed class HandsComparer() : ValueComparer<IReadOnlyList<Hand>>(
        (a, b) => ReferenceEquals(a, b), hands => hands.Count, hands => hands);

    internal sealed class FieldsToJson() : ValueConverter<IReadOnlyDictionary<string, string>, string>(
        fields => JsonSerializer.Serialize(fields, Json),
        json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json)!);

    internal sealed class FieldsComparer() : ValueComparer<IReadOnlyDictionary<string, string>>(
        (a, b) => ReferenceEquals(a, b), fields => fields.Count, fields => fields);

    internal sealed class ScoresToJson() : ValueConverter<IReadOnlyDictionary<string, int>, string>(
        scores => JsonSerializer.Serialize(scores, Json),
        json => JsonSerializer.Deserialize<Dictionary<string, int>>(json, Json)!);

    /// <summary>The scores are given once, all together.</summary>
    internal sealed class ScoresComparer() : ValueComparer<IReadOnlyDictionary<string, int>>(
        (a, b) => ReferenceEquals(a, b), scores => scores.Count, scores => scores);

    internal sealed class FactsToJson() : ValueConverter<NumberFacts, string>(
        facts => JsonSerializer.Serialize(facts, Json),
        json => JsonSerializer.Deserialize<NumberFacts>(json, Json)!);

    /// <summary>The facts are replaced, never changed, so that the reference tells whether they changed.</summary>
    internal sealed class FactsComparer() : ValueComparer<NumberFacts>((a, b) => ReferenceEquals(a, b), facts => facts.Id.Length, facts => facts);

    internal sealed class PromiseToJson() : ValueConverter<RunningPromise?, string?>(
        promise => promise == null ? null : JsonSerializer.Serialize(StoredPromise.Of(promise), Json),
        json => json == null ? null : JsonSerializer.Deserialize<StoredPromise>(json, Json)!.ToPromise());

    /// <summary>A promise is replaced, never changed.</summary>
    internal sealed class PromiseComparer() : ValueComparer<RunningPromise?>((a, b) => ReferenceEquals(a, b), promise => promise == null ? 0 : promise.No, promise => promise);

    internal sealed class ReplyToJson() : ValueConverter<SenderReply?, string?>(
        reply => reply == null ? null : JsonSerializer.Serialize(StoredReply.Of(reply), Json),
        json => json == null ? null : JsonSerializer.Deserialize<StoredReply>(json, Json)!.ToReply());

    /// <summary>A reply is given once, and never changed.</summary>
    internal sealed class ReplyComparer() : ValueComparer<SenderReply?>((a, b) => ReferenceEquals(a, b), reply => reply == null ? 0 : (int)reply.Kind, reply => reply);

    internal sealed class LeadNumbersToText() : ValueConverter<IReadOnlyList<long>, string>(
        numbers => string.Join(' ', numbers),
        text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList());

    /// <summary>The list is written once, and never changed.</summary>
    internal sealed class LeadNumbersComparer() : ValueComparer<IReadOnlyList<long>>((a, b) => ReferenceEquals(a, b), numbers => numbers.Count, numbers => numbers);

    static IReadOnlyList<Hand> Read(string json) => json is "[]"
        ? []
        : [.. JsonSerializer.Deserialize<StoredHand[]>(json, Json)!.Select(hand => hand.ToHand())];

    /// <summary>Short names: it is written again with every rung.</summary>
    sealed record StoredPromise(
        int No, int Kind, Guid? Who, long Within, DateTimeOffset From, DateTimeOffset Due, StoredRung[] Rungs, int Climbed, DateTimeOffset Counts, long Served, DateTimeOffset? Paused)
    {
        public static StoredPromise Of(RunningPromise promise) => new(
            promise.No, (int)promise.Kind, promise.Promisor?.Value, promise.Within.Ticks, promise.StartedAt, promise.DueAt,
            [.. promise.Rungs.Select(rung => new StoredRung(rung.Name, (int)rung.Kind, rung.After.Ticks, rung.DueAt))],
            promise.Climbed, promise.CountsFrom, promise.Served.Ticks, promise.PausedAt);

        public RunningPromise ToPromise() => new()
        {
            No = No,
            Kind = (PromiseKind)Kind,
            Promisor = Who is { } who ? new PersonId(who) : null,
            Within = new TimeSpan(Within),
            StartedAt = From,
            DueAt = Due,
            Rungs = [.. Rungs.Select(rung => new Rung(rung.Name, (RungKind)rung.Kind, new TimeSpan(rung.After), rung.Due))],
            Climbed = Climbed,
            CountsFrom = Counts,
            Served = new TimeSpan(Served),
            PausedAt = Paused,
        };
    }

    sealed record StoredRung(string Name, int Kind, long After, DateTimeOffset Due);

    sealed record StoredReply(int Kind, Guid By, DateTimeOffset At, string? Words)
    {
        public static StoredReply Of(SenderReply reply) => new((int)reply.Kind, reply.By.Value, reply.At, reply.Words);

        public SenderReply ToReply() => new((ReplyKind)Kind, new PersonId(By), At, Words);
    }

    sealed record StoredHand(Guid? Person, int Kind, DateTimeOffset At, string? Reason, string? Note)
    {
        public static StoredHand Of(Hand hand) => new(hand.Person?.Value, (int)hand.Kind, hand.At, hand.Reason, hand.Note);

        public Hand ToHand() => new(Person is { } person ? new PersonId(person) : null, (HandKind)Kind, At, Reason, Note);
    }
}
