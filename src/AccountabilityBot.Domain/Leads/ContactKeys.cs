namespace AccountabilityBot.Domain.Leads;

/// <summary>By what a buyer is known again, however an address or a number is written. Stored: the folding never changes.</summary>
public static class ContactKeys
{
    /// <summary>Fewer digits are an extension, and belong to everybody.</summary>
    const int LeastDigits = 6;

    /// <summary>The address without blanks round it, in lower case; none for no address.</summary>
    public static string? OfEmail(string? email) => email?.Trim() is { Length: > 0 } address ? address.ToLowerInvariant() : null;

    /// <summary>The digits alone, without noughts before them: blanks, hyphens and brackets are taste. None for too few.</summary>
    public static string? OfPhone(string? phone) =>
        phone is not null && string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: >= LeastDigits } digits && digits.TrimStart('0') is { Length: > 0 } number ? number : null;
}
