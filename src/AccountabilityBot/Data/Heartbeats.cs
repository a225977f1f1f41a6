using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

/// <summary>A sign of life that every server can read, whichever server gave it.</summary>
public sealed class Heartbeat
{
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; set; }
}

static class Heartbeats
{
    public const string Timetable = "timetable";

    public static async Task BeatAsync(BotDb db, string name, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Heartbeats.Where(row => row.Name == name).ExecuteUpdateAsync(set => set.SetProperty(row => row.At, now), ct) > 0)
            return;
        db.Heartbeats.Add(new Heartbeat { Name = name, At = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (db.IsUniqueViolation(raced))
        {
            // Another server gave the first sign.
        }
    }
}
