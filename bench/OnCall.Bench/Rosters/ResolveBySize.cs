using System.Diagnostics;
using System.Globalization;
using Dapper;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Answers;
using OnCall.Bench.Engine;
using OnCall.Domain.Roles;

namespace OnCall.Bench.Rosters;

/// <summary>
/// Resolving with 10,000 shifts in force and with 1,000,000, in turns: by the snapshot that screens and the API ask, and from the
/// database as routing does it.
/// </summary>
internal static class ResolveBySize
{
    private const int Turns = 9;

    public static async Task RunAsync()
    {
        await using var small = await EngineHouse.OpenAsync();
        await using var large = await EngineHouse.OpenAsync();
        await FillAsync(small, 10_000);
        await FillAsync(large, 1_000_000);
        foreach (var (name, count, ask) in (IEnumerable<(string, int, Func<EngineHouse, int, Task>)>)[("snapshot", 200_000, AskSnapshotAsync), ("database", 4_000, AskDatabaseAsync)])
        {
            var (few, many) = (new List<double>(), new List<double>());
            for (var turn = 0; turn < Turns; turn++)
            {
                few.Add(await MeasureAsync(small, count, ask));
                many.Add(await MeasureAsync(large, count, ask));
            }

            var (a, b) = (Machine.Percentile(few, 50), Machine.Percentile(many, 50));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"resolve by {name}: {a:0.00} us with 10,000 shifts, {b:0.00} us with 1,000,000, the middle of {Turns} turns: {100 * ((b / a) - 1):+0;-0} % (limit +20); a fixed loop: {Machine.Loop()}"));
        }
    }

    public static async Task<double> MeasureAsync(EngineHouse house, int count, Func<EngineHouse, int, Task> ask)
    {
        var began = Stopwatch.GetTimestamp();
        await ask(house, count);
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / count;
    }

    public static async Task AskSnapshotAsync(EngineHouse house, int count)
    {
        var resolve = house.Get<ResolveRole>();
        for (var i = 0; i < count; i++)
        {
            var answer = await resolve.RunAsync(BigHospital.RoleCode(i), null, CancellationToken.None);
            if (!answer.Ok || answer.Value.Segment is null)
            {
                throw new InvalidOperationException("Nobody was on.");
            }
        }
    }

    public static async Task AskDatabaseAsync(EngineHouse house, int count)
    {
        var (reads, now) = (house.Get<IRosterReads>(), house.Get<IClock>().GetCurrentInstant());
        var roles = (await house.Get<IDirectoryReads>().AllRolesAsync(CancellationToken.None)).Where(r => r.Code.StartsWith("ward-", StringComparison.Ordinal)).Select(r => r.Id).ToArray();
        for (var i = 0; i < count; i++)
        {
            RoleId role = roles[i % roles.Length];
            if ((await reads.LoadAsync([role], now, now + Duration.FromSeconds(1), CancellationToken.None)).Of(role).Shifts.Count == 0)
            {
                throw new InvalidOperationException("Nobody was on.");
            }
        }
    }

    /// <summary>The hospital of 150 roles, its roster cut or stretched over past and future to so many shifts.</summary>
    private static async Task FillAsync(EngineHouse house, int shifts)
    {
        await new BigHospital(house).BuildAsync();
        var now = house.Get<IClock>().GetCurrentInstant().ToUnixTimeMilliseconds();
        await house.Database.WriteAsync(
            async (connection, transaction) =>
            {
                var there = await connection.ExecuteScalarAsync<int>("select count(*) from shift where superseded_by is null", transaction: transaction);
                await connection.ExecuteAsync(
                    "delete from shift where @there > @shifts and shift_id in (select shift_id from shift order by abs(start_at - @now) desc limit @there - @shifts)",
                    new { there, shifts, now }, transaction, commandTimeout: 600);
                await connection.ExecuteAsync(
                    """
                    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < max(@shifts - @there, 0))
                    insert into shift (shift_id, role_id, person_id, tier, start_at, end_at, upload_id)
                    select printf('00000000-0000-4000-8006-%012x', i), printf('00000000-0000-4000-8003-%012x', i % 150), printf('00000000-0000-4000-8000-%012x', i % 900), (i / 150) % 3 + 1,
                        @now + (case when i % 2 = 0 then 1 else -1 end) * (40 * 86400000 + (i / 900) * 28800000), @now + (case when i % 2 = 0 then 1 else -1 end) * (40 * 86400000 + (i / 900) * 28800000) + 28800000,
                        '00000000-0000-4000-8004-000000000000'
                    from n where @shifts > @there;
                    update roster_stamp set stamp = stamp + 1;
                    """,
                    new { there, shifts, now }, transaction, commandTimeout: 600);
                return true;
            },
            CancellationToken.None);
        Console.WriteLine($"{await house.Database.ReadAsync(c => c.ExecuteScalarAsync<int>("select count(*) from shift where superseded_by is null"), CancellationToken.None)} shifts in force");
    }
}
