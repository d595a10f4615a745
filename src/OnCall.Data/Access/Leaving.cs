using System.Data.Common;
using System.Text.Json;
using Dapper;
using OnCall.Application;
using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Data.Audit;
using OnCall.Data.Devices;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>
/// Ends for good what lets somebody in who is not active, and what rings for them: who comes back begins anew. Within the transaction of the change; each kind of it that
/// there was is an entry.
/// </summary>
internal sealed class Leaving(Database database)
{
    private readonly SqlText _sql = SqlText.For<Leaving>(database.Provider);
    private readonly OpenSessions _sessions = new(database);
    private readonly MadeAccess _made = new(database);
    private readonly DeviceRows _devices = new(database);

    /// <param name="cause">The entry of the change.</param>
    /// <param name="tell">Hears of each key and invitation; null for nobody.</param>
    internal async Task EndAsync(DbConnection connection, DbTransaction transaction, PersonId person, AuditEntry cause, Func<Person, EndedAccess, NewNotice?>? tell)
    {
        await _made.EndAllAsync(connection, transaction, person, cause, tell);
        var ended = new List<AuditEntry>();
        if (await _sessions.EndAllAsync(connection, transaction, person, null, cause.At) > 0)
        {
            ended.Add(Entry("session.end-all"));
        }

        // A telephone that is found or kept rings for nobody, and who comes back has it ring anew.
        if ((await _devices.TakeAsync(connection, transaction, person, null)).Count > 0)
        {
            ended.Add(Entry("device.remove"));
        }

        // First the feed, so that a program that reads it in this moment writes down no more of it.
        if (await connection.ExecuteAsync(_sql["EndFeeds"], new { person }, transaction) > 0)
        {
            await connection.ExecuteAsync(_sql["DeleteFeedEvents"], new { person }, transaction);
            await connection.ExecuteAsync(_sql["DeleteFeeds"], new { person }, transaction);
            ended.Add(Entry("feed.revoke"));
        }

        await AuditTrail.AppendAsync(connection, transaction, database, ended);

        AuditEntry Entry(string action) => cause with { Action = action, Detail = JsonText.Of(WriteWhy) };
    }

    private static void WriteWhy(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("why", EndedAccess.Inactive);
        json.WriteEndObject();
    }
}
