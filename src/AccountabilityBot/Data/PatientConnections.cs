using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountabilityBot.Data;

/// <summary>
/// Has SQLite itself wait for its one writer. The client library tries a busy statement again only where it begins; one
/// that writes and answers rows (<c>RETURNING</c>), which saves of a single row and the counters do, meets the other writer
/// in the middle, and would fail there with "database is locked".
/// </summary>
sealed class PatientConnections : DbConnectionInterceptor
{
    // In milliseconds; as long as the client library waits where it does.
    const string Wait = "PRAGMA busy_timeout = 30000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Wait;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Wait;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
