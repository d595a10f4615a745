using Dapper;
using NodaTime.Text;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Holidays;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>The holidays of units, in either database.</summary>
public sealed class HolidayStore(Database database) : IHolidays
{
    private readonly SqlText _sql = SqlText.For<HolidayStore>(database.Provider);
    private readonly RosterStamp _stamp = new(database);

    public Task<IReadOnlyDictionary<OrgUnitId, IReadOnlyList<Holiday>>> OfUnitsAsync(IReadOnlyCollection<OrgUnitId> units, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<OrgUnitId, IReadOnlyList<Holiday>>>(
            async connection => (await database.Batches(units.Select(u => u.Value)).GatherAsync(part => connection.QueryAsync<HolidayRow>(_sql["OfUnits"], new { units = part })))
                .GroupBy(r => r.Unit)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<Holiday>)[.. g.Select(r => r.ToHoliday()).OrderBy(h => h.Date)]),
            cancellationToken);

    public Task<SaveResult> ReplaceAsync(OrgUnitId unit, IReadOnlyList<Holiday> holidays, AuditEntry audit, CancellationToken cancellationToken) => database.SaveAsync(
        audit,
        async (connection, transaction) =>
        {
            await _stamp.BumpAsync(connection, transaction);
            await connection.ExecuteAsync(_sql["Clear"], new { unit }, transaction);
            await connection.ExecuteAsync(_sql["Insert"], holidays.Select(h => new { unit, day = LocalDatePattern.Iso.Format(h.Date), name = h.Name }), transaction);
        },
        cancellationToken);

    private sealed class HolidayRow
    {
        public OrgUnitId Unit { get; set; }

        public string Day { get; set; } = "";

        public string Name { get; set; } = "";

        public Holiday ToHoliday() => new(LocalDatePattern.Iso.Parse(Day).Value, Name);
    }
}
