using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>The rosters in force, in either database.</summary>
public sealed class RosterStore(Database database, IRosterPeople rosterPeople) : IRosterReads, IRosterWindows
{
    private const int Attempts = 5;
    private readonly SqlText _sql = SqlText.For<RosterStore>(database.Provider);

    public Task<long> StampAsync(CancellationToken cancellationToken) => database.ReadAsync(StampAsync, cancellationToken);

    public Task<RosterView> LoadAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => ConsistentAsync(connection, async (shifts, covers) =>
            {
                foreach (var part in database.Batches(roles))
                {
                    var parameters = new { roles = part, since = from - Shift.Long, from, to };
                    shifts.AddRange(await connection.QueryAsync<ShiftRow>(_sql["InForce"], parameters));
                    covers.AddRange(await connection.QueryAsync<CoverRow>(_sql["Covers"], parameters));
                }
            }),
            cancellationToken);

    public Task<StaffRoster> OfPeopleAsync(IReadOnlyCollection<PersonId> people, Instant from, Instant to, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var (shifts, covers) = (new List<Shift>(), new List<Cover>());
                foreach (var part in database.Batches(people))
                {
                    var parameters = new { people = part, from, to };
                    shifts.AddRange((await connection.QueryAsync<ShiftRow>(_sql["InForceOfPeople"], parameters)).Select(r => r.ToShift()));
                    covers.AddRange((await connection.QueryAsync<CoverRow>(_sql["CoversOfPeople"], parameters)).Select(r => r.ToCover(database.Seal)));
                }

                return new StaffRoster(shifts, [.. covers.DistinctBy(c => c.Id)]);
            },
            cancellationToken);

    public async Task<RosterWindow> LoadAsync(Instant from, Instant to, CancellationToken cancellationToken)
    {
        var view = await database.ReadAsync(
            connection => ConsistentAsync(connection, async (shifts, covers) =>
            {
                shifts.AddRange(await connection.QueryAsync<ShiftRow>(_sql["InForceEverywhere"], new { since = from - Shift.Long, from, to }));
                covers.AddRange(await connection.QueryAsync<CoverRow>(_sql["CoversEverywhere"], new { from, to, selfTest = SelfTest.Role }));
            }),
            cancellationToken);
        var named = view.Rosters.Values.SelectMany(r => r.Shifts).Select(s => s.Person)
            .Concat(view.Rosters.Values.SelectMany(r => r.Covers).SelectMany(c => new[] { c.Person, c.Instead ?? c.Person }))
            .ToHashSet();
        return new RosterWindow(view, from, to, await rosterPeople.ByIdAsync(named, cancellationToken));
    }

    /// <summary>
    /// Each statement sees its own moment, so all are read again when the stamp has moved between them. The stamp of before is
    /// told: a write that is guarded by it is refused if anything came in between after all.
    /// </summary>
    private async Task<RosterView> ConsistentAsync(DbConnection connection, Func<List<ShiftRow>, List<CoverRow>, Task> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (shifts, covers) = (new List<ShiftRow>(), new List<CoverRow>());
            var before = await StampAsync(connection);
            await read(shifts, covers);
            if (attempt == Attempts || before == await StampAsync(connection))
            {
                return new RosterView(before, Rosters(shifts, covers));
            }
        }
    }

    private Task<long> StampAsync(DbConnection connection) => connection.ExecuteScalarAsync<long>(_sql["Stamp"]);

    private Dictionary<RoleId, RoleRoster> Rosters(List<ShiftRow> shifts, List<CoverRow> covers)
    {
        var (shiftsOf, coversOf) = (shifts.ToLookup(s => s.Role), covers.ToLookup(c => c.Role));
        return shiftsOf.Select(g => g.Key).Union(coversOf.Select(g => g.Key)).ToDictionary(role => role, role => new RoleRoster(
            role,
            [.. shiftsOf[role].Select(s => s.ToShift())],
            [.. coversOf[role].Select(c => c.ToCover(database.Seal))],
            shiftsOf[role].Where(s => !s.Active).Select(s => s.Person).Concat(coversOf[role].Where(c => !c.Active).Select(c => c.Person)).ToHashSet<PersonId>()));
    }
}
