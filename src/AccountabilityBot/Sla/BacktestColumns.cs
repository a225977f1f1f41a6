using AccountabilityBot.Csv;
using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Sla;

/// <summary>One lead of the past.</summary>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="AnsweredAt">UTC, and not before <paramref name="ReceivedAt"/>; none: never answered.</param>
sealed record PastLead(string Id, DateTimeOffset ReceivedAt, DateTimeOffset? AnsweredAt);

/// <summary>Where in the file what stands.</summary>
sealed class BacktestColumns
{
    public const string LeadId = "lead_id";
    public const string ReceivedAt = "received_at";
    public const string AnsweredAt = "answered_at";

    /// <summary>An answer that late is a slip in the year.</summary>
    static readonly TimeSpan _longest = TimeSpan.FromDays(3_653);

    static readonly string[] _needed = [LeadId, ReceivedAt, AnsweredAt];

    readonly int _id;
    readonly int _received;
    readonly int _answered;

    BacktestColumns(int id, int received, int answered) => (_id, _received, _answered) = (id, received, answered);

    /// <summary>Case, spaces, underscores and hyphens do not matter; columns that nobody asks for are passed over.</summary>
    /// <returns>The columns, or all that is wrong with the header.</returns>
    public static (BacktestColumns? Columns, IReadOnlyList<string> Faults) Find(CsvRow? header)
    {
        if (header is null)
            return (null, ["The file is empty; a header with lead_id, received_at and answered_at is needed."]);
        if (header.Fault is { } fault)
            return (null, [fault]);

        string[] names = [.. header.Values.Select(name => name.Trim('\uFEFF'))];
        List<string> faults = [];
        int[] places = [.. _needed.Select(needed => PlaceOf(needed, names, faults))];
        return faults is [] ? (new BacktestColumns(places[0], places[1], places[2]), []) : (null, faults);
    }

    /// <returns>The row, or a sentence that names the column.</returns>
    public (PastLead? Lead, string? Fault) Read(CsvRow row)
    {
        if (row.Fault is { } fault)
            return (null, fault);

        var (id, answer) = (row.Values[_id], row.Values[_answered]);
        if (string.IsNullOrWhiteSpace(id))
            return (null, $"{LeadId}: is empty; each row needs one.");
        var (received, receivedFault) = OffsetTime.Read(row.Values[_received]);
        if (received is null)
            return (null, $"{ReceivedAt}: {receivedFault}");
        if (answer.Length is 0)
            return (new PastLead(id, received.Value, null), null);

        var (answered, answeredFault) = OffsetTime.Read(answer);
        if (answered is null)
            return (null, $"{AnsweredAt}: {answeredFault}");
        if (answered < received)
            return (null, $"{AnsweredAt}: the answer ({answer}) comes before the arrival ({row.Values[_received]}).");
        return answered - received > _longest
            ? (null, $"{AnsweredAt}: the answer ({answer}) comes more than ten years after the arrival ({row.Values[_received]}); look at the year.")
            : (new PastLead(id, received.Value, answered), null);
    }

    static int PlaceOf(string needed, string[] names, List<string> faults)
    {
        int[] places = [.. names.Index().Where(name => Spelling.Same(name.Item, needed)).Select(name => name.Index)];
        if (places.Length is 1)
            return places[0];
        var near = Spelling.Nearest(needed, names);
        faults.Add(places is []
            ? $"There is no column \"{needed}\"; lead_id, received_at and answered_at are needed.{(near is null ? "" : $" Is it the one called \"{near}\"?")}"
            : $"There are {places.Length} columns \"{needed}\"; one is needed.");
        return -1;
    }
}
