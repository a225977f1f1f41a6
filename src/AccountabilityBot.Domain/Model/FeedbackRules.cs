using System.Buffers.Binary;

namespace AccountabilityBot.Domain.Model;

/// <summary>After which hand-offs people are asked what would help.</summary>
public sealed record FeedbackRules
{
    const string All = "all";
    const string None = "none";

    /// <summary>Of a hundred hand-offs; 0: nobody is asked, and everybody may speak all the same.</summary>
    public int AskPercent { get; init; } = 100;

    /// <summary>Whether this lead is of the sample. Chance has no part in it: it is the same whenever and wherever it is asked.</summary>
    public bool IsOfSample(LeadId lead)
    {
        // Of a time-ordered id (RFC 9562) the second half is as good as random, but for its first two bits.
        Span<byte> bytes = stackalloc byte[16];
        lead.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) % 100 < (ulong)AskPercent;
    }

    /// <summary>Reads <c>all</c>, <c>none</c> or <c>25%</c>.</summary>
    /// <returns>What was read and, where it cannot be taken, the sentence that says why.</returns>
    public static (int Percent, string? Fault) ReadAsk(string text) => text switch
    {
        All => (100, null),
        None => (0, null),
        _ when LadderRules.ReadPercent(text) is (var percent and <= 100, null) => (percent, null),
        _ => (100, $"\"{text}\" is no part of the hand-offs; \"{All}\", \"{None}\" or a whole percentage up to 100% is allowed, such as 25%."),
    };
}
