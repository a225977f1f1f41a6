using AccountabilityBot.Domain.WorkingTime;

namespace AccountabilityBot.Domain.Model;

/// <summary>When one person works, where that is not when their department does.</summary>
/// <param name="TimeZone">IANA; none: the department's.</param>
/// <param name="Hours">None: the department's, by the clocks of the zone.</param>
public sealed record OwnHours(string? TimeZone, WorkingHours? Hours);
