using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountabilityBot.Domain.Model;

/// <summary>The small rules that the larger ones are made of. Each answers the problems of one value.</summary>
static partial class Rule
{
    const int LongestId = 40;

    /// <summary>Ids are slugs, and no two are the same.</summary>
    public static IEnumerable<Problem> Ids<T>(string path, IReadOnlyList<T> items, Func<T, string> idOf)
    {
        foreach (var (id, count) in items.GroupBy(idOf).Select(group => (group.Key, group.Count())))
        {
            if (id.Length > LongestId || !Slug.IsMatch(id))
                yield return new Problem($"{path}.{id}", $"\"{id}\" is no id; small letters a to z, digits and hyphens are allowed, 1 to {LongestId} of them.");
            if (count > 1)
                yield return new Problem($"{path}.{id}", $"The id \"{id}\" is used {count} times; an id names one thing.");
        }
    }

    /// <summary>One line of text that a card can show.</summary>
    public static IEnumerable<Problem> Text(string path, string text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new Problem(path, $"It is empty; 1 to {longest} characters are allowed.");
        else if (text.Length > longest)
            yield return new Problem(path, $"It has {text.Length} characters; 1 to {longest} are allowed.");
        else if (text.Any(char.IsControl))
            yield return new Problem(path, "It holds a line break or another control character; one line of text is allowed.");
    }

    /// <summary>An object id or an e-mail address: names are not unique enough to give duties to.</summary>
    public static IEnumerable<Problem> Person(string path, string person)
    {
        if (string.IsNullOrWhiteSpace(person))
            yield return new Problem(path, "Nobody is named; an Entra object id or an e-mail address is needed.");
        else if (!Guid.TryParse(person, out _) && !Email.IsMatch(person))
            yield return new Problem(path, $"\"{person}\" names nobody for certain; an Entra object id (a GUID) or an e-mail address is allowed.");
    }

    public static IEnumerable<Problem> Language(string path, string language)
    {
        if (!IsLanguage(language))
            yield return new Problem(path, $"\"{language}\" is no known language; a culture name such as \"en\", \"de\" or \"pt-BR\" is allowed.");
    }

    /// <summary>Only IANA names: Windows' names mean nothing to the clients that show the times, and <c>localtime</c> means something else on each server.</summary>
    public static IEnumerable<Problem> TimeZone(string path, string zone)
    {
        if (IsIana(zone))
            yield break;

        var hint = TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out var iana)
            ? $" That is Windows' name for \"{iana}\"."
            : Spelling.DidYouMean(zone, TimeZoneInfo.GetSystemTimeZones().Where(known => known.HasIanaId).Select(known => known.Id));
        yield return new Problem(path, $"\"{zone}\" is no known time zone; an IANA name such as \"Europe/Berlin\" is allowed.{hint}");
    }

    public static IEnumerable<Problem> OneOf(string path, string found, IEnumerable<string> known, string kind)
    {
        string[] allowed = [.. known];
        if (!allowed.Contains(found))
            yield return new Problem(path, $"There is no {kind} with the id \"{found}\"; {List(allowed)} are allowed.{Spelling.DidYouMean(found, allowed)}");
    }

    public static IEnumerable<Problem> Between(string path, int found, int least, int most, string of)
    {
        if (found < least || found > most)
            yield return new Problem(path, $"{found.ToString(CultureInfo.InvariantCulture)} is out of range; {least} to {most} are allowed ({of}).");
    }

    public static IEnumerable<Problem> Between(string path, TimeSpan found, TimeSpan least, TimeSpan most)
    {
        if (found < least || found > most)
            yield return new Problem(path, $"{Durations.Write(found)} is out of range; {Durations.Write(least)} to {Durations.Write(most)} are allowed.");
    }

    /// <summary>No spelling may mean two things, however it is written.</summary>
    public static IEnumerable<Problem> OneMeaning<T>(string path, IEnumerable<T> items, Func<T, string> idOf, Func<T, IEnumerable<string>> spellingsOf) =>
        from item in items
        from spelling in spellingsOf(item).Select(spelling => (Written: spelling, Folded: Spelling.Fold(spelling))).DistinctBy(spelling => spelling.Folded)
        where spelling.Folded.Length > 0
        group (Id: idOf(item), spelling.Written) by spelling.Folded into meanings
        let ids = meanings.Select(meaning => meaning.Id).Distinct().ToArray()
        where ids.Length > 1
        select new Problem($"{path}.{ids[1]}", $"The spelling \"{meanings.Last().Written}\" means {List(ids)}; each spelling may mean one of them.");

    /// <summary><c>"a", "b" and "c"</c>; the words for an empty list are "none".</summary>
    public static string List(IReadOnlyList<string> items) => items switch
    {
        [] => "none",
        [var only] => $"\"{only}\"",
        _ => $"{string.Join(", ", items.SkipLast(1).Select(item => $"\"{item}\""))} and \"{items[^1]}\"",
    };

    public static bool IsIana(string zone) =>
        zone is not ("localtime" or "posixrules")
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        && found.HasIanaId
        && found.Id == zone;

    /// <remarks>The framework answers a question about an unknown culture with an exception, and takes an underscore for a hyphen.</remarks>
    static bool IsLanguage(string language)
    {
        if (!CultureName.IsMatch(language))
            return false;

        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9-]+\\z")]
    static partial Regex Slug { get; }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z")]
    static partial Regex Email { get; }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\\z")]
    static partial Regex CultureName { get; }
}
