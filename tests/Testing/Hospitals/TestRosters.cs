using Dapper;
using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Data;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Testing.Hospitals;

/// <summary>Rosters in memory, under the stamp of the database, so that what is decided by them is guarded as it is in production.</summary>
public sealed class TestRosters(Database database) : IRosterReads
{
    private readonly List<Shift> _shifts = [];
    private readonly TestIds _ids = new(series: 77);

    public async Task AddAsync(RoleId role, PersonId person, int tier, Instant start, Instant end)
    {
        lock (_shifts)
        {
            _shifts.Add(new Shift(new ShiftId(_ids.NewId()), role, person, tier, start, end, null));
        }

        await BumpAsync();
    }

    /// <summary>Takes everyone off a role.</summary>
    public async Task ClearAsync(RoleId role)
    {
        lock (_shifts)
        {
            _shifts.RemoveAll(s => s.Role == role);
        }

        await BumpAsync();
    }

    /// <summary>As a publication does it.</summary>
    public Task BumpAsync() => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync("update roster_stamp set stamp = stamp + 1 where id = 1", transaction: transaction),
        CancellationToken.None);

    public async Task<RosterView> LoadAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken)
    {
        var stamp = await StampAsync(cancellationToken);
        lock (_shifts)
        {
            return new RosterView(
                stamp,
                roles.Distinct().ToDictionary(
                    r => r,
                    r => RoleRoster.Empty(r) with { Shifts = _shifts.Where(s => s.Role == r && s.Start < to && s.End > from).ToList() }));
        }
    }

    public Task<StaffRoster> OfPeopleAsync(IReadOnlyCollection<PersonId> people, Instant from, Instant to, CancellationToken cancellationToken)
    {
        lock (_shifts)
        {
            return Task.FromResult(new StaffRoster(_shifts.Where(s => people.Contains(s.Person) && s.Start < to && s.End > from).ToList(), []));
        }
    }

    public Task<long> StampAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("select stamp from roster_stamp where id = 1"), cancellationToken);
}
