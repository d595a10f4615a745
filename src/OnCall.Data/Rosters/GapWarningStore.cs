using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Gaps;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Roles;

namespace OnCall.Data.Rosters;

/// <summary>What was told of gaps, in either database.</summary>
public sealed class GapWarningStore(Database database) : IGapWarnings
{
    private readonly SqlText _sql = SqlText.For<GapWarningStore>(database.Provider);

    public Task<IReadOnlyList<GapWarning>> OpenAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var rows = (await connection.QueryAsync<GapWarningRow>(_sql["Open"])).ToList();
            return rows.Count == 0 ? [] : With(rows, await connection.QueryAsync<WarnedPersonRow>(_sql["OpenPeople"]));
        },
        cancellationToken);

    public Task<IReadOnlyList<GapWarning>> OfRolesAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var rows = await database.Batches(roles).GatherAsync(part => connection.QueryAsync<GapWarningRow>(_sql["OfRoles"], new { roles = part, from, to }));
                return With(rows, await database.Batches(rows.Select(r => r.Id.Value))
                    .GatherAsync(ids => connection.QueryAsync<WarnedPersonRow>(_sql["PeopleOf"], new { ids })));
            },
            cancellationToken);

    public async Task<bool> WriteAsync(GapWarningChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        try
        {
            await database.WriteAsync((connection, transaction) => WriteAsync(connection, transaction, changes), cancellationToken);
            return true;
        }
        catch (OvertakenException)
        {
            return false;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    private static IReadOnlyList<GapWarning> With(IEnumerable<GapWarningRow> rows, IEnumerable<WarnedPersonRow> people)
    {
        var ofWarning = people.ToLookup(p => p.Warning, p => p.ToPerson());
        return [.. rows.Select(r => r.ToWarning(ofWarning[r.Id]))];
    }

    private async Task<bool> WriteAsync(DbConnection connection, DbTransaction transaction, GapWarningChanges changes)
    {
        if (await connection.ExecuteScalarAsync<int>(_sql["StampIs"], new { stamp = changes.Stamp }, transaction) == 0)
        {
            throw new OvertakenException();
        }

        foreach (var closed in changes.Closed)
        {
            await OneAsync("Close", new { id = closed.Id, at = closed.At, closing = closed.As.ToString() });
        }

        foreach (var closed in changes.Closed)
        {
            await connection.ExecuteAsync(_sql["Withdraw"], new { id = closed.Id }, transaction);
            await connection.ExecuteAsync(_sql["CancelDeliveries"], new { id = closed.Id, at = closed.At }, transaction);
        }

        foreach (var widened in changes.Widened)
        {
            await OneAsync("Widen", new { id = widened.Id, fromCircle = widened.FromCircle, toCircle = widened.ToCircle, untoldAt = widened.UntoldAt });
        }

        foreach (var added in changes.New)
        {
            await OneAsync("Insert", Values(added));
        }

        var written = (await NoticeWriter.AppendAsync(connection, transaction, database, changes.Notices)).ToHashSet();
        foreach (var (warning, notice) in changes.Links.Where(l => written.Contains(l.Notice)))
        {
            await connection.ExecuteAsync(_sql["Link"], new { warning, notice }, transaction);
        }

        await AuditTrail.AppendAsync(connection, transaction, database, changes.Audit);
        return true;

        async Task OneAsync(string statement, object values)
        {
            if (await connection.ExecuteAsync(_sql[statement], values, transaction) == 0)
            {
                throw new OvertakenException();
            }
        }
    }

    private static object Values(NewGapWarning added) => new
    {
        id = added.Id,
        key = added.Key,
        role = added.Due.Gap.Role,
        start = added.Due.Gap.Start,
        end = added.Due.Gap.End,
        size = added.Due.Gap.Size.ToString(),
        lead = added.Due.Lead.ToString(),
        zone = added.Zone.Id,
        circle = added.Circle,
        at = added.At,
        untoldAt = added.UntoldAt,
        neverRostered = added.NeverRostered,
    };

    /// <summary>Rolls all of it back.</summary>
    private sealed class OvertakenException : Exception;
}
