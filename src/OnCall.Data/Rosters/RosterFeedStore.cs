using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Feeds;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Rows;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Calendar feeds, in either database.</summary>
public sealed class RosterFeedStore(Database database) : IRosterFeeds
{
    private readonly SqlText _sql = SqlText.For<RosterFeedStore>(database.Provider);

    public async Task<bool> RenewAsync(NewFeed feed, AuditEntry made, AuditEntry renewed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        try
        {
            return await WriteAsync(feed, made, renewed, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // The same person made it in the same moment; now it is there to be renewed.
            return await WriteAsync(feed, made, renewed, cancellationToken);
        }
    }

    public Task<bool> RevokeAsync(PersonId holder, RoleId? role, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // A read that is under way finds another version from here on, and adds no event behind the delete.
            var owner = Owner(holder, role);
            if (await connection.ExecuteAsync(_sql[role is null ? "EndOwn" : "EndOfRole"], owner, transaction) == 0)
            {
                return false;
            }

            var feed = await connection.QuerySingleAsync<FeedId>(_sql[role is null ? "OwnFeed" : "FeedOfRole"], owner, transaction);
            await connection.ExecuteAsync(_sql["DeleteEvents"], new { feed }, transaction);
            await connection.ExecuteAsync(_sql["Delete"], new { feed }, transaction);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    public Task<HeldFeed?> FindAsync(string hash, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<FeedRow>(_sql["Find"], new { hash }))?.ToFeed(), cancellationToken);

    public Task<IReadOnlyList<RoleId>> RolesOfAsync(PersonId person, Instant from, Instant to, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RoleId>>(
            async connection => [.. await connection.QueryAsync<RoleId>(_sql["RolesOf"], new { person, from, to })], cancellationToken);

    public Task<IReadOnlyDictionary<string, FeedVersion>> VersionsAsync(FeedId feed, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, FeedVersion>>(
            async connection => (await connection.QueryAsync<FeedVersionRow>(_sql["Versions"], new { feed }))
                .ToDictionary(r => r.Uid, r => r.ToVersion(), StringComparer.Ordinal),
            cancellationToken);

    public Task<bool> ChangeAsync(FeedChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var rows = ManyRows.Of(database.Provider, change.Versions, (row, version) =>
        {
            row.Set("feed", change.Feed.Value);
            row.Set("uid", version.Uid);
            row.Set("hash", version.ContentHash);
            row.Set("sequence", version.Sequence);
            row.Set("changed", version.ChangedAt);
            row.Set("ends", version.End);
        });
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                var values = new { feed = change.Feed, version = change.Version, contentHash = change.ContentHash, changedAt = change.ChangedAt };
                if (await connection.ExecuteAsync(_sql["Change"], values, transaction) == 0)
                {
                    return false;
                }

                await connection.ExecuteAsync(_sql["Forget"], new { feed = change.Feed, before = change.ForgetBefore }, transaction);
                foreach (var uids in database.Batches(change.Versions.Select(v => v.Uid)))
                {
                    await connection.ExecuteAsync(_sql["DeleteVersions"], new { feed = change.Feed, uids = Varchar.List(uids, 60) }, transaction);
                }

                await database.ExecuteAsync(connection, transaction, _sql["InsertVersions"], rows);
                return true;
            },
            cancellationToken);
    }

    private static object Owner(PersonId holder, RoleId? role) => role is { } of ? new { holder, role = of } : new { holder };

    private Task<bool> WriteAsync(NewFeed feed, AuditEntry made, AuditEntry renewed, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var values = new { id = feed.Id, hash = feed.Hash, holder = feed.Holder, role = feed.Role, createdAt = feed.CreatedAt };
            var isNew = await connection.ExecuteAsync(_sql[feed.Role is null ? "RenewOwn" : "RenewOfRole"], values, transaction) == 0;
            if (isNew)
            {
                await connection.ExecuteAsync(_sql["Insert"], values, transaction);
            }

            await AuditTrail.AppendAsync(connection, transaction, database, isNew ? made : renewed);
            return isNew;
        },
        cancellationToken);
}
