using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Bench.Engine;
using OnCall.Domain.Access;

namespace OnCall.Bench.Rosters;

/// <summary>
/// A roster of 54,000 rows as CSV: read, validated, compared with what is in force and published durably, beside the same rows put by
/// a prepared statement into a table with the same indexes, in one transaction on the same disk.
/// </summary>
internal static class UploadSpeed
{
    private const int Rows = 54_000;
    private const int Roles = 150;
    private static readonly Caller Scheduler = new("integration:bench", null, "Bench", [new Grant(Permission.Scheduler, null)]);

    public static async Task RunAsync()
    {
        await using var house = await EngineHouse.OpenAsync();
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        var ratios = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            // Each round is a month of its own, so that nothing is replaced; the first also makes the roles and people, and warms up.
            var csv = File(round);
            GC.Collect();
            Machine.ForgetPeak();
            var (began, ticks) = (Stopwatch.GetTimestamp(), Machine.Ticks());
            await PublishAsync(house, csv, round);
            var took = Stopwatch.GetElapsedTime(began);

            var stolen = Machine.StolenSince(ticks);
            var peak = Machine.PeakMiB();
            var raw = Raw(house, round);
            ratios.Add(raw / took);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round == 0 ? "cold, with its roles and people" : $"round {round}")}: {Rows} rows of CSV ({csv.Length / 1048576.0:0.0} MiB) published in {took.TotalMilliseconds:0} ms, {Rows / took.TotalSeconds:0} a second; raw prepared insert {raw.TotalMilliseconds:0} ms, {Rows / raw.TotalSeconds:0} a second: ratio {raw / took:0.00} (limit 0.25); memory at most {peak:0} MiB (limit 300); {stolen}; a fixed loop: {Machine.Loop()}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio, the middle of three: {Machine.Percentile([.. ratios.Skip(1)], 50):0.00} (limit 0.25)"));

        GC.Collect();
        var again = Stopwatch.GetTimestamp();
        var same = new UploadRosterRequest(new RosterFile("roster.csv", Encoding.UTF8.GetBytes(Csv(new LocalDate(2027, 7, 1)))), "Europe/Brussels", Publish: true);
        var unchanged = await house.Get<UploadRoster>().RunAsync(Scheduler, same, CancellationToken.None);
        Console.WriteLine($"the last again: {unchanged.Value!.Status} in {Stopwatch.GetElapsedTime(again).TotalMilliseconds:0} ms");
    }

    /// <summary>The roster of a round.</summary>
    public static byte[] File(int round) => Encoding.UTF8.GetBytes(Csv(new LocalDate(2027, 1, 1).PlusMonths(2 * round)));

    /// <summary>Uploads and publishes it, in the first round with its roles and people.</summary>
    public static async Task PublishAsync(EngineHouse house, byte[] csv, int round)
    {
        var request = new UploadRosterRequest(new RosterFile("roster.csv", csv), "Europe/Brussels", CreateMissing: round == 0, Publish: true);
        var answer = await house.Get<UploadRoster>().RunAsync(Scheduler, request, CancellationToken.None);
        if (!answer.Ok || answer.Value.Changes.Added != Rows)
        {
            throw new InvalidOperationException($"Not published whole: {answer.Refusal}");
        }
    }

    /// <summary>150 roles, on each three tiers round the clock in shifts of 8 hours for 40 days; six people for a role and a few more.</summary>
    private static string Csv(LocalDate first)
    {
        var text = new StringBuilder("Role,Employee no,Name,Start,End,Tier,Shift\n");
        var start = first.AtMidnight();
        for (var i = 0; i < Rows; i++)
        {
            var (role, tier, shift) = (i / (3 * 120), i / 120 % 3, i % 120);
            var person = (role % Roles * 6) + (tier * 2) + (shift % 2);
            var from = start.PlusHours(8 * shift);
            text.Append(CultureInfo.InvariantCulture, $"Ward {role} – Nurse on duty,N{person:0000},Person {person},{from:uuuu-MM-dd HH:mm},{from.PlusHours(8):uuuu-MM-dd HH:mm},{tier + 1},Early\n");
        }

        return text.ToString();
    }

    private static TimeSpan Raw(EngineHouse house, int round)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(house.Folder, "oncall.db")};Pooling=False");
        connection.Open();
        Execute("pragma synchronous = full");
        var name = $"raw_shift_{round}";
        Execute($"create table {name} as select * from shift where 0");
        Execute($"create unique index ux_{name} on {name} (shift_id)");
        Execute($"create index ix1_{name} on {name} (role_id, start_at, end_at) where superseded_by is null");
        Execute($"create index ix2_{name} on {name} (end_at, start_at) where superseded_by is null");
        Execute($"create index ix3_{name} on {name} (upload_id)");
        Execute($"create index ix4_{name} on {name} (person_id, end_at, start_at) where superseded_by is null");
        var rows = new List<object?[]>(Rows);
        using (var read = connection.CreateCommand())
        {
            read.CommandText = "select shift_id, role_id, person_id, tier, start_at, end_at, label, upload_id from shift where upload_id = (select upload_id from roster_upload order by created_at desc limit 1)";
            using var reader = read.ExecuteReader();
            while (reader.Read())
            {
                var row = new object?[8];
                reader.GetValues(row!);
                rows.Add(row);
            }
        }

        var began = Stopwatch.GetTimestamp();
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"insert into {name} (shift_id, role_id, person_id, tier, start_at, end_at, label, upload_id) values ($0, $1, $2, $3, $4, $5, $6, $7)";
            var parameters = Enumerable.Range(0, 8).Select(n => insert.Parameters.Add(new SqliteParameter($"${n}", null))).ToArray();
            insert.Prepare();
            foreach (var row in rows)
            {
                for (var n = 0; n < 8; n++)
                {
                    parameters[n].Value = row[n] ?? DBNull.Value;
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var took = Stopwatch.GetElapsedTime(began);
        Execute($"drop table {name}");
        return rows.Count == Rows ? took : throw new InvalidOperationException($"{rows.Count} rows were there to be put in, not {Rows}.");

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
