using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AccountabilityBot.Data;

/// <summary>The production database: as many servers as wanted.</summary>
public sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException failed) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsAway(Exception failed)
    {
        // EF wraps what the driver throws, once or twice.
        for (Exception? one = failed; one is not null; one = one.InnerException)
        {
            if (one is PostgresException told)
                return IsAway(told.SqlState);
            if (one is NpgsqlException { IsTransient: true })
                return true;
        }

        return false;
    }

    /// <summary>It is going down, was ended, comes up again, or has no connection left.</summary>
    static bool IsAway(string state) => state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or PostgresErrorCodes.TooManyConnections || state.StartsWith("08", StringComparison.Ordinal);
}
