using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AccountabilityBot.Data;

/// <summary>The production database: as many servers as wanted.</summary>
public sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException failed) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
