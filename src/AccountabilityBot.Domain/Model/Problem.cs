namespace AccountabilityBot.Domain.Model;

/// <summary>Whether a <see cref="Problem"/> stops the start.</summary>
public enum Severity
{
    /// <summary>Stops the start.</summary>
    Error,

    /// <summary>Worth a look; nothing stops.</summary>
    Notice,
}

/// <summary>One thing that is wrong with what somebody wrote, in a sentence they can act on.</summary>
/// <param name="Path">Where, in the words of the file: <c>departments.sales.timeZone</c>.</param>
/// <param name="Sentence">What is wrong, what was found and what is allowed.</param>
/// <param name="File">The file's name. The Domain knows none; whoever read the file adds it.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column in the line, from 1.</param>
/// <param name="Severity">Whether it stops the start.</param>
public sealed record Problem(
    string Path,
    string Sentence,
    string? File = null,
    int? Line = null,
    int? Column = null,
    Severity Severity = Severity.Error)
{
    public static Problem Notice(string path, string sentence) => new(path, sentence, Severity: Severity.Notice);

    /// <summary><c>file:line:column: path: sentence</c>, as editors and terminals can follow it; unknown parts are left out.</summary>
    public override string ToString()
    {
        var place = string.Join(':', new object?[] { File, Line, Column }.Where(part => part is not null));
        string?[] parts = [place, Path, Severity is Severity.Notice ? "notice" : null, Sentence];
        return string.Join(": ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
