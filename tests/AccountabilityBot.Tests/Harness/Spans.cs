namespace AccountabilityBot.Tests.Harness;

/// <summary>Lets a test say how much time passes: <c>Advance(30.Minutes())</c>.</summary>
static class Spans
{
    internal static TimeSpan Milliseconds(this int count) => TimeSpan.FromMilliseconds(count);

    internal static TimeSpan Seconds(this int count) => TimeSpan.FromSeconds(count);

    internal static TimeSpan Minutes(this int count) => TimeSpan.FromMinutes(count);

    internal static TimeSpan Hours(this int count) => TimeSpan.FromHours(count);
}
