using System.Text.Json;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Leads;

/// <summary>Reads a message into a lead by the words of the revenue model, or names the field that cannot be taken.</summary>
static class LeadReading
{
    const int MostFields = 50;
    const int MostFieldsText = 12_000;
    const int LongestFieldName = 100;
    const int LongestUrl = 2_000;

    /// <summary>A clock that runs ahead is a sender's mistake; a few minutes of it are common.</summary>
    static readonly TimeSpan AheadAllowed = TimeSpan.FromMinutes(10);

    static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static (NewLead? Lead, LeadProblem? Problem) Read(LeadMessage message, Company company, DateTimeOffset now)
    {
        var model = company.Model;
        try
        {
            var department = DepartmentOf(message, model);
            var seam = SeamOf(message, model, department);
            var segment = message.Segment is { } asked && !string.IsNullOrWhiteSpace(asked)
                ? model.FindSegment(asked) ?? throw Unknown("segment", asked, model.Segments.Select(known => known.Id))
                : seam.Segment is { } usual ? model.FindSegment(usual) ?? model.DefaultSegment : model.DefaultSegment;
            var source = model.MatchSource(Required("source", message.Source)) switch
            {
                SourceMatch.Known known => known.Source.Id,
                SourceMatch.Unknown unknown => Bounded("source", unknown.Raw)!,
                _ => throw new InvalidOperationException(),
            };
            return (new NewLead
            {
                ExternalId = Required("externalId", message.ExternalId),
                Source = source,
                Department = department.Id,
                Seam = seam.Id,
                Segment = segment.Id,
                Rank = segment.Rank,
                Kind = Bounded("kind", message.Kind) ?? seam.Kind,
                FromDepartment = FromDepartment(message, model, seam),
                FromPerson = FromPerson(message, company),
                ReceivedAt = ReceivedAt(message, now),
                Complete = seam.Complete,
                HandOverWithin = seam.HandOverWithin,
                Facts = Facts(message),
            }, null);
        }
        catch (RefusedField refused)
        {
            return (null, refused.Problem);
        }
    }

    static Department DepartmentOf(LeadMessage message, RevenueModel model)
    {
        if (!string.IsNullOrWhiteSpace(message.Department))
            return model.FindDepartment(message.Department) ?? throw Unknown("department", message.Department, model.Departments.Select(known => known.Id));
        if (!string.IsNullOrWhiteSpace(message.Seam) && model.FindSeam(message.Seam) is { } seam)
            return model.FindDepartment(seam.To)!;
        return model.FindDepartment(model.Leads.Department)!;
    }

    static Seam SeamOf(LeadMessage message, RevenueModel model, Department department)
    {
        if (!string.IsNullOrWhiteSpace(message.Seam))
        {
            var named = model.FindSeam(message.Seam) ?? throw Unknown("seam", message.Seam, model.Seams.Select(known => known.Id));
            return named.To == department.Id
                ? named
                : throw Refuse("seam", $"is \"{named.Id}\", which leads to \"{named.To}\", but the department is \"{department.Id}\".");
        }

        var from = message.From?.Department is { } label ? model.FindDepartment(label)?.Id : null;
        return model.Seams.FirstOrDefault(seam => seam.To == department.Id && seam.From == from)
            ?? model.Seams.FirstOrDefault(seam => seam.To == department.Id && seam.Id == model.Leads.Seam)
            ?? model.Seams.FirstOrDefault(seam => seam.To == department.Id)
            ?? throw Refuse("department", $"is \"{department.Id}\", to which no seam of the revenue model leads.");
    }

    static string FromDepartment(LeadMessage message, RevenueModel model, Seam seam)
    {
        if (message.From?.Department is not { } label || string.IsNullOrWhiteSpace(label))
            return seam.From;
        return model.FindDepartment(label)?.Id ?? throw Unknown("from.department", label, model.Departments.Select(known => known.Id));
    }

    static PersonId? FromPerson(LeadMessage message, Company company)
    {
        if (message.From?.Person is not { } reference || string.IsNullOrWhiteSpace(reference))
            return null;
        return company.FindByReference(reference.Trim())?.Id
            ?? throw Refuse("from.person", $"is \"{Shown(reference)}\", whom the directory does not list; give an object id or an e-mail address.");
    }

    static DateTimeOffset? ReceivedAt(LeadMessage message, DateTimeOffset now) => message.ReceivedAt switch
    {
        null => null,
        { } at when at > now + AheadAllowed => throw Refuse("receivedAt", $"is {at:O}, which lies in the future; now is {now:O}."),
        { } at when at < Earliest => throw Refuse("receivedAt", $"is {at:O}; nothing before the year 2000 is taken."),
        { } at => at.ToUniversalTime(),
    };

    static LeadFacts Facts(LeadMessage message)
    {
        var currency = Bounded("currency", message.Currency)?.ToUpperInvariant();
        if (currency is not null && Amounts.WhyNoCurrency(currency, Shown(currency)) is { } unknown)
            throw Refuse("currency", unknown);
        var (minor, isCurrencyWrong, fault) = message.Value is { } value ? Amounts.Read(value, currency) : default;
        if (fault is not null)
            throw Refuse(isCurrencyWrong ? "currency" : "value", fault);

        return new LeadFacts
        {
            Name = Required("name", message.Name),
            Company = Bounded("company", message.Company),
            Email = Bounded("email", message.Email),
            Phone = Bounded("phone", message.Phone),
            Url = Bounded("url", message.Url, LongestUrl),
            ValueMinor = minor,
            Currency = minor is null ? null : currency,
            Campaign = Bounded("campaign", message.Campaign),
            DoNotCall = message.DoNotContact || message.DoNotCall,
            DoNotEmail = message.DoNotContact || message.DoNotEmail,
            Fields = Fields(message.Fields),
        };
    }

    static Dictionary<string, string> Fields(IReadOnlyDictionary<string, JsonElement>? given)
    {
        var kept = new Dictionary<string, string>();
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                JsonValueKind.String => value.GetString(),
                _ => value.GetRawText(),
            };
            if (Bounded("fields." + Shown(name), text, MostFieldsText) is not { } clean)
                continue;
            kept[CleanText.Of(name, LongestFieldName) is { Length: > 0 } key ? key : "?"] = clean;
        }

        if (kept.Count > MostFields)
            throw Refuse("fields", $"has {kept.Count} entries; at most {MostFields} are taken.");
        if (kept.Sum(field => field.Key.Length + field.Value.Length) > MostFieldsText)
            throw Refuse("fields", $"is longer than {MostFieldsText} characters in all.");
        return kept;
    }

    static string Required(string field, string? text) => Bounded(field, text) ?? throw Refuse(field, "is missing or empty.");

    /// <summary>Trimmed, and without what no database stores: NUL and halves of characters. Never cut: too long is refused.</summary>
    static string? Bounded(string field, string? text, int most = LeadFacts.MaxText)
    {
        if (text is null)
            return null;
        var clean = CleanText.Of(text);
        if (clean.Length > most)
            throw Refuse(field, $"is {clean.Length} characters long; at most {most} are taken.");
        return clean.Length == 0 ? null : clean;
    }

    static string Shown(string text) => text.Length <= 60 ? text : CleanText.Of(text, 60) + "…";

    static RefusedField Unknown(string field, string given, IEnumerable<string> allowed) =>
        Refuse(field, $"is \"{Shown(given)}\"; the revenue model knows {string.Join(", ", allowed)}.");

    static RefusedField Refuse(string field, string sentence) => new(new LeadProblem(field, $"{field} {sentence}"));

    /// <summary>Ends the reading of one message at its first wrong field; never leaves this file.</summary>
    sealed class RefusedField(LeadProblem problem) : Exception(problem.Sentence)
    {
        public LeadProblem Problem { get; } = problem;
    }
}
