using Dapper;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;

namespace OnCall.Data.Alarms;

/// <summary>The heartbeats of the nodes, in either database.</summary>
public sealed class NodeBeatStore(Database database) : INodeBeats
{
    private readonly SqlText _sql = SqlText.For<NodeBeatStore>(database.Provider);

    public Task WriteAsync(NodeBeat beat, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(beat);
        var parameters = new
        {
            node = beat.Node,
            engine = beat.Engine,
            startedAt = beat.StartedAt,
            at = beat.At,
            lastSweep = beat.LastSweep,
            clockOffset = (long)beat.ClockOffset.TotalMilliseconds,
            diskFree = beat.Disk?.Free,
            diskSize = beat.Disk?.Size,
            watchdogFailingSince = beat.WatchdogFailingSince,
            channels = StreaksJson.Write(beat.Channels),
            paperAt = beat.PaperAt,
            sealsFailingSince = beat.Audit.SealsFailingSince,
            anchorFailingSince = beat.Audit.AnchorFailingSince,
            readsFailingSince = beat.Audit.ReadsFailingSince,
        };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                // Nobody else writes this row: a node's name is its own.
                var known = await connection.ExecuteAsync(_sql["Again"], parameters, transaction);
                return known > 0 ? known : await connection.ExecuteAsync(_sql["First"], parameters, transaction);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<NodeBeat>> SinceAsync(Instant from, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<NodeBeat>>(
        async connection => [.. (await connection.QueryAsync<NodeBeatRow>(_sql["Since"], new { from })).Select(r => r.ToBeat())], cancellationToken);

    public Task RemoveAsync(string node, CancellationToken cancellationToken) => ExecuteAsync("Remove", new { node }, cancellationToken);

    public Task PurgeAsync(Instant before, CancellationToken cancellationToken) => ExecuteAsync("Purge", new { before }, cancellationToken);

    private Task ExecuteAsync(string statement, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql[statement], parameters, transaction), cancellationToken);
}
