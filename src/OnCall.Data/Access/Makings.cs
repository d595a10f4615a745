using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Access;

/// <summary>For whom keys and invitations were made.</summary>
internal sealed class Makings(Database database)
{
    private readonly SqlText _sql = SqlText.For<Makings>(database.Provider);

    /// <summary>Those for whom this person made one, by themselves or by a key that they made, in one order always. Some of what was made for them may be over.</summary>
    internal async Task<IReadOnlyList<PersonId>> PeopleAsync(DbConnection connection, DbTransaction transaction, PersonId maker, Instant now)
    {
        var madeBy = "person:" + await connection.QuerySingleAsync<string>(_sql["Maker"], new { maker }, transaction);
        var keys = new Dictionary<ApiKeyId, PersonId>();
        IReadOnlyList<KeyRow> found = [.. await connection.QueryAsync<KeyRow>(_sql["MadeBy"], new { madeBy }, transaction)];
        while (found.Count > 0)
        {
            // A key that stands twice was come to by itself and by the one that it was made with.
            ApiKeyId[] added = [.. found.Where(f => keys.TryAdd(f.KeyId, f.Person)).Select(f => f.KeyId)];
            found = [.. await database.Batches(added.Select(k => k.Value)).GatherAsync(ids => connection.QueryAsync<KeyRow>(_sql["MadeWith"], new { ids }, transaction))];
        }

        var invitations = await connection.QueryAsync<InvitationRow>(_sql["Invitations"], new { madeBy, now }, transaction);
        var invited = invitations.Where(i => i.MadeBy == madeBy || keys.ContainsKey(i.MadeWith!.Value)).Select(i => i.Person);
        return [.. keys.Values.Concat(invited).Distinct().Where(p => p != maker).OrderBy(p => p.Value)];
    }

    /// <summary>Those who work in these units, or hold a permission there, and for whom something is open. Takes turns on all who do.</summary>
    internal async Task<IReadOnlyList<PersonId>> PeopleOfAsync(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<OrgUnitId> units)
    {
        foreach (var ids in database.Batches(units.Select(u => u.Value)))
        {
            await connection.ExecuteAsync(_sql["TakePeopleOf"], new { ids }, transaction);
        }

        var people = await database.Batches(units.Select(u => u.Value)).GatherAsync(ids => connection.QueryAsync<PersonId>(_sql["PeopleOf"], new { ids }, transaction));
        return [.. people.Distinct().OrderBy(p => p.Value)];
    }

    private sealed class KeyRow
    {
        public ApiKeyId KeyId { get; set; }

        public PersonId Person { get; set; }
    }

    private sealed class InvitationRow
    {
        public PersonId Person { get; set; }

        public string MadeBy { get; set; } = "";

        public ApiKeyId? MadeWith { get; set; }
    }
}
