using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Model;

/// <summary>When one person works, where that is not when their department does.</summary>
/// <param name="TimeZone">IANA; none: the one the directory has for the person, else the department's.</param>
/// <param name="Hours">By the clocks of that zone; what is left out is the department's.</param>
public sealed record OwnHours(string? TimeZone, HoursChange Hours);
