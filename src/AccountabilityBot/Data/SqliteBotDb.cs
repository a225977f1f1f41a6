using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

/// <summary>The embedded database: one server, one file, write-ahead log, full synchronisation.</summary>
public sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
    const int ConstraintUnique = 2067;
    const int ConstraintPrimaryKey = 1555;

    /// <summary>
    /// SQLite has one writer. Waiting here, in order, costs microseconds; waiting inside SQLite means being told "busy"
    /// and sleeping before the next try.
    /// </summary>
    static readonly SemaphoreSlim Writer = new(1, 1);

    bool _isWriting;

    /// <summary>In turn from its beginning: one that has begun to write and then waits for its turn waits for whoever waits for it.</summary>
    public override async Task SaveTogetherAsync(Func<Task> more, CancellationToken ct)
    {
        await Writer.WaitAsync(ct);
        _isWriting = true;
        try
        {
            await base.SaveTogetherAsync(more, ct);
        }
        finally
        {
            _isWriting = false;
            Writer.Release();
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_isWriting)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Writer.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Writer.Release();
        }
    }

    public override bool IsUniqueViolation(DbUpdateException failed) =>
        failed.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Conversions.InstantToMicroseconds>();
    }
}
