using System.Diagnostics;
using Dapper;
using OnCall.Domain.Notifications;

namespace OnCall.Bench.Engine;

/// <summary>A call to 1,300 people by three channels that take 100 messages a second each, with 5,000 routine notifications queued before it.</summary>
internal static class MassCall
{
    private const int People = 1300;
    private const int RoutinePeople = 50;
    private const int RoutinePages = 100;
    private static readonly ContactMethodKind[] Kinds = [ContactMethodKind.Push, ContactMethodKind.Sms, ContactMethodKind.Voice];

    public static async Task RunAsync()
    {
        await using var house = await EngineHouse.OpenAsync(perSecond: 100);
        var hospital = new BigHospital(house);
        await hospital.BuildAsync();
        await StaffAsync(house);
        for (var i = 0; i < RoutinePages; i++)
        {
            await hospital.SendAsync(i, "routine", "routine/all");
        }

        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        await house.StartAsync();
        await Task.Delay(3000);
        var began = Stopwatch.GetTimestamp();
        var page = await hospital.SendAsync(0, "code", "mass/all");
        while (Kinds.Sum(k => Calls(house, k, page.Reference).Count) < People * Kinds.Length && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(20);
        }

        var all = Kinds.SelectMany(k => Calls(house, k, page.Reference)).Select(c => (Person: PersonOf(c.Address), At: Stopwatch.GetElapsedTime(began, c.At).TotalSeconds)).ToList();
        var first = all.GroupBy(c => c.Person).Select(g => g.Min(c => c.At)).ToList();
        Console.WriteLine($"mass call: {first.Count} of {People} people asked first within {first.Max():0.00} s (limit 5), all {all.Count} of {People * Kinds.Length} sent within {all.Max(c => c.At):0.00} s (limit 13.5)");
        Console.WriteLine($"  refused by providers: {string.Join(", ", Kinds.Select(k => $"{k} {house.Sinks[k].Refused}"))}; routine sent before: {house.Sinks[ContactMethodKind.Push].Arrived.Count(a => a.Reference != page.Reference && Stopwatch.GetElapsedTime(a.At, began) > TimeSpan.Zero)}, while the call went on: {house.Sinks[ContactMethodKind.Push].Arrived.Count(a => a.Reference != page.Reference && Stopwatch.GetElapsedTime(began, a.At) > TimeSpan.Zero && Stopwatch.GetElapsedTime(began, a.At).TotalSeconds < all.Max(c => c.At))}");
    }

    private static List<(string Address, long At)> Calls(EngineHouse house, ContactMethodKind kind, string reference) =>
        [.. house.Sinks[kind].Arrived.Where(a => a.Reference == reference).DistinctBy(a => a.Address).Select(a => (a.Address, a.At))];

    private static string PersonOf(string address) => address[^4..];

    private static Task StaffAsync(EngineHouse house) => house.Database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            """
            with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @count)
            insert into person (person_id, employee_no, name, active) select printf('00000000-0000-4000-a000-%012x', i), 'M' || i, 'Dr M' || i, 1 from n;
            with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @count)
            insert into contact_method (contact_method_id, person_id, ordinal, kind, address, verified)
            select printf('00000000-0000-4000-a001-%012x', i), printf('00000000-0000-4000-a000-%012x', i), 0, 'Push', 'mass-token-' || printf('%04d', i), 1 from n
            union all select printf('00000000-0000-4000-a002-%012x', i), printf('00000000-0000-4000-a000-%012x', i), 1, 'Sms', '+1666000' || printf('%04d', i), 1 from n
            union all select printf('00000000-0000-4000-a003-%012x', i), printf('00000000-0000-4000-a000-%012x', i), 2, 'Voice', '+1666000' || printf('%04d', i), 1 from n;
            insert into role (role_id, code, name, coverage) values
                ('00000000-0000-4000-a004-000000000000', 'mass/all', 'Everybody', (select coverage from role where code = 'desk')),
                ('00000000-0000-4000-a004-000000000001', 'routine/all', 'Fifty', (select coverage from role where code = 'desk'));
            insert into role_address (normal_form, role_id, written, ordinal) values
                ('mass-all', '00000000-0000-4000-a004-000000000000', 'mass/all', 0), ('routine-all', '00000000-0000-4000-a004-000000000001', 'routine/all', 0);
            with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @count)
            insert into shift (shift_id, role_id, person_id, tier, start_at, end_at, is_long, upload_id)
            select printf('00000000-0000-4000-a005-%012x', i), '00000000-0000-4000-a004-000000000000', printf('00000000-0000-4000-a000-%012x', i), 1, 0, 4102444800000, 1, '00000000-0000-4000-8004-000000000000' from n
            union all
            select printf('00000000-0000-4000-a006-%012x', i), '00000000-0000-4000-a004-000000000001', printf('00000000-0000-4000-8000-%012x', i), 1, 0, 4102444800000, 1, '00000000-0000-4000-8004-000000000000' from n where i < @routine;
            """,
            new { count = People, routine = RoutinePeople },
            transaction),
        CancellationToken.None);
}
