namespace AccountabilityBot.Csv;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Text">As it stands in the file, without its last line end; line ends inside it are LF.</param>
/// <param name="Values">Its fields, without quotes and the space around them.</param>
/// <param name="Fault">Why it cannot be read, as a sentence; null for a good row.</param>
sealed record CsvRow(int Line, string Text, string[] Values, string? Fault);
