using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;

namespace OnCall.Data.Notifications;

/// <summary>Open inboxes of all nodes, in either database.</summary>
public sealed class OpenInboxStore(Database database) : IOpenInboxStore
{
    private readonly SqlText _sql = SqlText.For<OpenInboxStore>(database.Provider);

    public Task KeepAsync(string node, IReadOnlyCollection<PersonId> open, Instant now, Instant until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                // Whatever nodes died with. What this node itself let run out, while it was stopped, comes back as new.
                await connection.ExecuteAsync(_sql["Forget"], new { now }, transaction);
                var before = (await connection.QueryAsync<PersonId>(_sql["OfNode"], new { node }, transaction)).ToHashSet();
                foreach (var closed in database.Batches(before.Except(open)))
                {
                    await connection.ExecuteAsync(_sql["Close"], new { node, closed }, transaction);
                }

                await connection.ExecuteAsync(_sql["Keep"], new { node, until }, transaction);
                foreach (var person in open.Except(before))
                {
                    await connection.ExecuteAsync(_sql["Insert"], new { person, node, until }, transaction);
                }

                return true;
            },
            cancellationToken);

    public Task<IReadOnlySet<PersonId>> OpenAsync(Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlySet<PersonId>>(
            async connection => (await connection.QueryAsync<PersonId>(_sql["Open"], new { now })).ToHashSet(), cancellationToken);
}
