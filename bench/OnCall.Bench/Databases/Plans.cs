using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Bench.Rosters;
using OnCall.Data;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;

namespace OnCall.Bench.Databases;

/// <summary>
/// How the server reads for each statement between a page and its acknowledgement, over the large hospital: what the program asks is heard as it
/// asks it, and asked again with the plan. What reads a whole table is named.
/// </summary>
internal static partial class Plans
{
    private const int Earlier = 100_000;
    private const int Covers = 15_000;

    private static readonly IReadOnlyList<string> OurIndexes =
        [.. MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => Made().Matches(script.Text)).Select(m => m.Groups["name"].Value).Distinct()];

    public static async Task RunAsync()
    {
        await using var server = await TestDatabase.SqlServerAsync();
        await using var place = await Place.OpenAsync(server.ConnectionString);
        await place.Hospital.SendEarlierAsync(Earlier, place.House.Get<IClock>().GetCurrentInstant() - Duration.FromDays(1));
        await place.Hospital.CoverAsync(Covers, place.House.Get<IClock>().GetCurrentInstant());
        await using (var statistics = new SqlConnection(server.ConnectionString))
        {
            await statistics.OpenAsync();
            await statistics.ExecuteAsync("exec sp_updatestats", commandTimeout: 300);
        }

        var names = new StatementNames();
        using var heard = new HeardCommands();
        await WorkAsync(place, names);
        var commands = heard.All.ToList();
        await place.House.StopAsync();
        await PrintAsync(server, commands, names);
    }

    private static async Task WorkAsync(Place place, StatementNames names)
    {
        await ResolveBySize.AskDatabaseAsync(place.House, 20);
        var desk = new Caller("person:desk", null, "Desk", [new Grant(Permission.Dispatcher, null)]);
        foreach (var page in await AskedAsync(place, 90_000, 60))
        {
            await place.House.Get<AcknowledgePage>().RunAsync(desk, new PageId(page.Id), new AcknowledgeRequest(By: page.Responders[0].Person.EmployeeNo), CancellationToken.None);
        }

        var clock = place.House.Get<IClock>();
        place.Times.Start(await place.Hospital.MakeDueAsync(100, clock.GetCurrentInstant() + Duration.FromSeconds(2), Duration.FromSeconds(1)));
        await place.Times.EndAsync(clock, Duration.FromSeconds(60));
        await place.House.Get<ListPages>().RunAsync(desk, new ListPagesRequest("open", null, null, null), CancellationToken.None);
        await place.QuietAsync();
        await Rarely.AskAsync(place, await AskedAsync(place, 95_000, 24), desk, names);
    }

    /// <summary>Sends so many pages, and waits until they have asked somebody.</summary>
    private static async Task<IReadOnlyList<PageView>> AskedAsync(Place place, int from, int count)
    {
        var sent = new List<PageView>();
        for (var i = 0; i < count; i++)
        {
            sent.Add(await place.Hospital.SendAsync(from + i, "urgent"));
        }

        await Task.Delay(5000);
        return sent;
    }

    private static async Task PrintAsync(TestDatabase server, IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<SqlParameter>>> commands, StatementNames names)
    {
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        var rows = await RowsAsync(connection);
        await connection.ExecuteAsync(await server.IsOnAnotherEngineAsync() ? "set babelfish_statistics profile on" : "set statistics profile on");
        Console.WriteLine("| statement | reads by | whole tables |");
        Console.WriteLine("|---|---|---|");
        foreach (var group in commands.GroupBy(c => names.Of(c.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // The text of the most rows is the one that a plan could go wrong for.
            var (text, parameters) = group.MaxBy(c => c.Value.Count);
            var plan = await PlanAsync(connection, text, parameters);
            var by = string.Join(", ", Names(Index().Matches(plan)).Select(OwnName).Distinct());
            var whole = string.Join(", ", Names(Whole().Matches(plan)).Select(t => $"{t} ({rows.GetValueOrDefault(t)})"));
            Console.WriteLine($"| {group.Key} | {by} | {whole} |");
            if (whole.Length > 0)
            {
                Console.Error.WriteLine($"{group.Key}\n{text}\n{plan}\n");
            }
        }
    }

    // What was written once may be refused the second time: of an INSERT's keys there is no plan to look at.
    private static async Task<string> PlanAsync(SqlConnection connection, string text, IReadOnlyList<SqlParameter> parameters)
    {
        var plan = new StringBuilder();
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync();
        try
        {
            await using var command = new SqlCommand(text, connection, transaction);
            command.Parameters.AddRange([.. parameters]);
            await using var reader = await command.ExecuteReaderAsync();
            do
            {
                while (await reader.ReadAsync())
                {
                    plan.AppendLine(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) as string)));
                }
            }
            while (await reader.NextResultAsync());
        }
        catch (SqlException error)
        {
            plan.AppendLine(error.Message);
        }

        await transaction.RollbackAsync();
        return plan.ToString();
    }

    private static async Task<IReadOnlyDictionary<string, long>> RowsAsync(SqlConnection connection)
    {
        var tables = (await connection.QueryAsync<string>("select t.name from sys.tables t where schema_name(t.schema_id) = 'dbo'")).ToList();
        var rows = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            rows[table] = await connection.ExecuteScalarAsync<long>($"select count_big(*) from {table}");
        }

        return rows;
    }

    private static IEnumerable<string> Names(MatchCollection matches) => matches.Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

    // The engine's names of indexes go on behind ours.
    private static string OwnName(string index) => OurIndexes.Where(ours => index.StartsWith(ours, StringComparison.OrdinalIgnoreCase)).MaxBy(ours => ours.Length) ?? index;

    [GeneratedRegex(@"(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) (?<name>\w+)|Index Seek\(OBJECT:\([^)]*\[(?<name>\w+)\][^\]]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Index();

    [GeneratedRegex(@"(?:index|constraint) (?<name>\w+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Made();

    [GeneratedRegex(@"Seq Scan on (?<name>\w+)|(?:Table|Index) Scan\(OBJECT:\([^)]*\[(?<name>\w+)\][^\]]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
