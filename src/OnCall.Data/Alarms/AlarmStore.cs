using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;

namespace OnCall.Data.Alarms;

/// <summary>The alarms, in either database.</summary>
public sealed class AlarmStore(Database database) : IAlarmStore
{
    private const int MostOfSubject = 200;
    private const int MostOfDetail = 400;

    private readonly SqlText _sql = SqlText.For<AlarmStore>(database.Provider);

    public Task<IReadOnlyList<Alarm>> StandingAsync(CancellationToken cancellationToken) => QueryAsync("Standing", new { }, cancellationToken);

    public Task<IReadOnlyList<Alarm>> ClearedAsync(int most, CancellationToken cancellationToken) => QueryAsync("Cleared", new { most }, cancellationToken);

    public async Task<bool> RaiseAsync(Alarm alarm, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        try
        {
            return await WriteAsync("Raise", Parameters(alarm), audit, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Another node saw the same at the same moment.
            return false;
        }
    }

    public async Task SeeAsync(IReadOnlyCollection<Alarm> alarms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarms);
        if (alarms.Count > 0)
        {
            await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(_sql["See"], alarms.Select(Parameters), transaction), cancellationToken);
        }
    }

    public Task<bool> ClearAsync(Alarm alarm, Instant now, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return WriteAsync("Clear", new { id = alarm.Id, lastSeen = alarm.LastSeen, now }, audit, cancellationToken);
    }

    public Task PurgeAsync(Instant before, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql["Purge"], new { before }, transaction), cancellationToken);

    private Task<bool> WriteAsync(string statement, object parameters, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(_sql[statement], parameters, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    private Task<IReadOnlyList<Alarm>> QueryAsync(string statement, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Alarm>>(
            async connection => [.. (await connection.QueryAsync<AlarmRow>(_sql[statement], parameters)).Select(r => r.ToAlarm())], cancellationToken);

    private static object Parameters(Alarm alarm) => new
    {
        id = alarm.Id,
        kind = alarm.Kind.ToString(),
        subject = Cut(alarm.Subject, MostOfSubject),
        severity = alarm.Severity.ToString(),
        detail = Cut(alarm.Detail, MostOfDetail),
        since = alarm.Since,
        lastSeen = alarm.LastSeen,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
