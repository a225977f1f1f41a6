using System.Text;

namespace AccountabilityBot.Domain.Leads;

/// <summary>Tells which leads belong to one customer, so that the colleague who knows the customer is asked first.</summary>
public static class Accounts
{
    static readonly HashSet<string> PublicMail = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "aol.com",
        "gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com", "mail.ru", "qq.com", "163.com", "uol.com.br",
        "bol.com.br", "terra.com.br", "orange.fr", "free.fr", "libero.it",
    };

    static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "gmbh", "ag", "kg", "inc", "llc", "ltd", "limited", "corp", "co", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as",
        "oy", "plc", "pvt", "pty", "lda", "ltda", "se", "ug",
    };

    /// <summary>A key that two spellings of one company share, or none.</summary>
    public static string? KeyOf(string? company, string? email)
    {
        if (Fold(company) is { Length: > 1 } folded)
            return "c:" + folded;
        if (email?.LastIndexOf('@') is not (>= 0 and var at))
            return null;
        var domain = email[(at + 1)..].Trim().ToLowerInvariant();
        return domain.Length == 0 || PublicMail.Contains(domain) ? null : "d:" + domain;
    }

    static string? Fold(string? company)
    {
        if (string.IsNullOrWhiteSpace(company))
            return null;
        var folded = new StringBuilder(company.Length);
        // Normalize throws at half a character; going by runes replaces it first.
        var whole = string.Concat(company.EnumerateRunes());
        foreach (var rune in whole.Normalize(NormalizationForm.FormKC).EnumerateRunes())
            folded.Append(Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : " ");
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(word => !LegalForms.Contains(word)).ToArray();
        return string.Join(' ', kept.Length > 0 ? kept : words);
    }
}
