using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <content>Which pages are due, and who works on them. A claimed page is due again when its claim ends.</content>
public sealed partial class PageStore
{
    // What is overdue anyway comes before pages whose roster has changed somewhere: those may be many, and few of them will change.
    private const int MostStale = 250;

    public async Task<IReadOnlyList<PageId>> ClaimDueAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        // A look costs no write, and most looks find nothing. What is stale and claimed already is found until its claim ends.
        var (urgencies, anyToLookAt) = await ClaimableAsync(now, cancellationToken);
        if (!anyToLookAt && urgencies.TrueForAll(u => !u.IsDue && !u.IsStale))
        {
            return [];
        }

        return await database.WriteAsync<IReadOnlyList<PageId>>(
            (connection, transaction) => ClaimAsync(connection, transaction, urgencies, anyToLookAt, new Claim(node, now, until, most)), cancellationToken);
    }

    public Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Instant?>(_sql["EarliestDue"]), cancellationToken);

    private Task<(List<ClaimableRow> Urgencies, bool AnyToLookAt)> ClaimableAsync(Instant now, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (
            (await connection.QueryAsync<ClaimableRow>(_sql["Claimable"], new { now })).ToList(),
            await connection.ExecuteScalarAsync<int>(_sql["AnyToLookAt"], new { now }) > 0),
        cancellationToken);

    private async Task<IReadOnlyList<PageId>> ClaimAsync(
        DbConnection connection, DbTransaction transaction, List<ClaimableRow> urgencies, bool anyToLookAt, Claim claim)
    {
        var claimed = new List<PageId>();
        if (anyToLookAt)
        {
            claimed.AddRange(await connection.QueryAsync<PageId>(_sql["ClaimToLookAt"], new { node = claim.Node, now = claim.Now, until = claim.Until, most = claim.Most }, transaction));
        }

        foreach (var row in urgencies.Where(u => u.IsDue && claimed.Count < claim.Most))
        {
            claimed.AddRange(await ClaimAsync("ClaimDue", row.Urgency, claim.Most - claimed.Count));
        }

        foreach (var row in urgencies.Where(u => u.IsStale && claimed.Count < Math.Min(claim.Most, MostStale)))
        {
            claimed.AddRange(await ClaimAsync("ClaimStale", row.Urgency, Math.Min(claim.Most, MostStale) - claimed.Count));
        }

        return claimed;

        Task<IEnumerable<PageId>> ClaimAsync(string name, int urgency, int most) =>
            connection.QueryAsync<PageId>(_sql[name], new { node = claim.Node, now = claim.Now, until = claim.Until, urgency, most }, transaction);
    }

    private sealed record Claim(string Node, Instant Now, Instant Until, int Most);

    private sealed class ClaimableRow
    {
        public int Urgency { get; set; }

        public bool IsDue { get; set; }

        public bool IsStale { get; set; }
    }
}
