using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountabilityBot.Tests.Harness.Graph;

/// <summary>Settings of a mailbox (Graph: mailboxSettings).</summary>
sealed class GraphMailbox
{
    /// <summary>A Windows or an IANA name; the mailbox keeps what was set.</summary>
    internal string TimeZone { get; set; } = "UTC";

    internal GraphWorkingHours WorkingHours { get; set; } = new();

    internal GraphAutomaticReplies AutomaticReplies { get; set; } = new();

    /// <summary>As <c>en-US</c>; none when the mailbox was never opened.</summary>
    internal string? Locale { get; set; } = "en-US";

    /// <summary><c>user</c>, <c>shared</c>, <c>room</c>, <c>equipment</c>, …</summary>
    internal string UserPurpose { get; set; } = "user";

    /// <param name="wrapsPurpose">The documentation's sample has an object where the type says a word.</param>
    internal JsonObject ToJson(bool wrapsPurpose) => new()
    {
        ["automaticRepliesSetting"] = AutomaticReplies.ToJson(),
        ["timeZone"] = TimeZone,
        ["language"] = LanguageJson(),
        ["workingHours"] = WorkingHours.ToJson(),
        ["userPurpose"] = wrapsPurpose ? new JsonObject { ["value"] = UserPurpose } : UserPurpose,
        ["dateFormat"] = "MM/dd/yyyy",
        ["timeFormat"] = "hh:mm tt",
        ["delegateMeetingMessageDeliveryOptions"] = "sendToDelegateOnly",
    };

    JsonObject LanguageJson() => new()
    {
        ["locale"] = Locale,
        ["displayName"] = Locale is null ? null : CultureInfo.GetCultureInfo(Locale).EnglishName,
    };
}

/// <summary>When somebody works, as their calendar says (Graph: workingHours).</summary>
sealed class GraphWorkingHours
{
    /// <summary>English names in lower case.</summary>
    internal IReadOnlyList<string> Days { get; set; } = ["monday", "tuesday", "wednesday", "thursday", "friday"];

    internal TimeOnly Start { get; set; } = new(8, 0);

    internal TimeOnly End { get; set; } = new(17, 0);

    /// <summary>A Windows or an IANA name; has no meaning beside <see cref="CustomZone"/>.</summary>
    internal string Zone { get; set; } = "UTC";

    /// <summary>A whole <c>#microsoft.graph.customTimeZone</c>, instead of a name.</summary>
    internal JsonObject? CustomZone { get; set; }

    internal JsonObject ToJson() => new()
    {
        ["daysOfWeek"] = new JsonArray([.. Days.Select(day => (JsonNode)day)]),
        ["startTime"] = Start.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["endTime"] = End.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["timeZone"] = CustomZone?.DeepClone() ?? new JsonObject { ["name"] = Zone },
    };
}

/// <summary>What a mailbox answers to those who write (Graph: automaticRepliesSetting).</summary>
sealed class GraphAutomaticReplies
{
    /// <summary><c>disabled</c>, <c>alwaysEnabled</c> or <c>scheduled</c>; one sample of the documentation writes <c>Scheduled</c>.</summary>
    internal string Status { get; set; } = "disabled";

    /// <summary>Wall-clock time in <see cref="Zone"/>; has a meaning only when scheduled, and is there all the same.</summary>
    internal DateTime Start { get; set; } = new(2026, 1, 5, 7, 0, 0);

    /// <summary>Wall-clock time in <see cref="Zone"/>.</summary>
    internal DateTime End { get; set; } = new(2026, 1, 6, 7, 0, 0);

    internal string Zone { get; set; } = "UTC";

    internal string Message { get; set; } = "";

    internal JsonObject ToJson() => new()
    {
        ["status"] = Status,
        ["externalAudience"] = "all",
        ["scheduledStartDateTime"] = At(Start),
        ["scheduledEndDateTime"] = At(End),
        ["internalReplyMessage"] = Message,
        ["externalReplyMessage"] = Message,
    };

    JsonObject At(DateTime time) => new()
    {
        ["dateTime"] = time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["timeZone"] = Zone,
    };
}
