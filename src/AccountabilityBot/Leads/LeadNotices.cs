using System.Globalization;
using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Leads;

/// <summary>To whom a notice goes: a person in their own chat, or a department in its home channel.</summary>
sealed record Listener
{
    public Listener(PersonId person) => (Person, Thread) = (person, CardPost.ThreadOf(person));

    public Listener(string department) => (Department, Thread) = (department, "department:" + department);

    public PersonId? Person { get; }

    public string? Department { get; }

    public string Thread { get; }

    /// <summary>The department's language, also for its members: theirs is known only once they have written.</summary>
    public string LanguageIn(Company company)
    {
        var department = Department is null ? company.Find(Person!.Value)?.Department : company.Model.FindDepartment(Department);
        return department?.Language ?? company.Model.Language;
    }
}

/// <summary>Messages about leads that are sent once and never edited.</summary>
static class LeadNotices
{
    /// <summary>The model's ranks end here.</summary>
    public const int BehindAnyLead = 1_000;

    /// <param name="argument">What the renderer compares with the state of that moment: a notice that was overtaken is dropped.</param>
    public static Notice About(Lead lead, string kind, string key, string? argument, Listener to, Company company, DateTimeOffset now) =>
        Of(kind, key, argument, to, company, now, NoticeClass.Informative, lead);

    /// <summary>Good to know, and about several leads.</summary>
    public static Notice News(string kind, string key, string? argument, Listener to, Company company, DateTimeOffset now) =>
        Of(kind, key, argument, to, company, now, NoticeClass.Informative, null);

    /// <summary>Somebody is asked to do something about leads.</summary>
    public static Notice Call(string kind, string key, string argument, Listener to, Company company, DateTimeOffset now, Lead? lead = null) =>
        Of(kind, key, argument, to, company, now, NoticeClass.Work, lead);

    /// <summary>Names one reject: a lead can be rejected, come back and be rejected once more.</summary>
    public static string? RejectOf(Lead lead) => lead.RejectedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    static Notice Of(string kind, string key, string? argument, Listener to, Company company, DateTimeOffset now, NoticeClass weight, Lead? lead) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = key,
        Kind = kind,
        Class = weight,
        Thread = to.Thread,
        Person = to.Person,
        Department = to.Department,
        LeadId = lead?.Id,
        Argument = argument,
        Locale = to.LanguageIn(company),
        Rank = lead?.Rank ?? BehindAnyLead,
        NotBefore = now,
        CreatedAt = now,
    };
}
