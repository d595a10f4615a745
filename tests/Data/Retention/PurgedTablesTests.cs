using Dapper;
using OnCall.Data.Retention;
using OnCall.Data.Schema;
using OnCall.Data.Tests.Static;
using OnCall.Domain.Retention;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Retention;

/// <summary>A table that comes to hold something of a page must go with it, or say why it does not; what refers to what goes, as well.</summary>
public sealed class PurgedTablesTests
{
    // What refers to something that goes, and keeps it from going: the search leaves out what is referred to.
    private static readonly Dictionary<(KeptKind Kind, string Table), string> Keeping = new()
    {
        [(KeptKind.Upload, "shift")] = "not exists (select 1 from shift s where s.upload_id = u.upload_id)",
        [(KeptKind.Upload, "roster_pull")] = "not exists (select 1 from roster_pull p where p.upload_id = u.upload_id or p.held_id = u.upload_id)",
        [(KeptKind.Swap, "cover")] = "not exists (select 1 from cover c where c.swap_id = s.swap_id)",
    };

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public async Task Every_table_that_names_a_page_goes_with_it_or_says_why_not(DatabaseProvider provider) =>
        Found.Nothing(Forgotten(await NamingPagesAsync(provider), Deleted(KeptKind.Page)));

    [Fact]
    public void A_table_that_was_forgotten_is_found() => Assert.Equal(
        ["page_picture names a page: purge it in PurgeSteps, or say in KeptOfPages why it stays"], Forgotten(["page_picture", "notification"], Deleted(KeptKind.Page)));

    [Fact]
    public async Task Whatever_refers_to_what_goes_goes_before_it_or_keeps_it()
    {
        const string Referring = """
            select t.name as "From", k."table" as "To" from sqlite_schema t, pragma_foreign_key_list(t.name) k where t.type = 'table' group by t.name, k."table"
            """;
        await using var test = await TestDatabase.SqliteAsync();
        var references = (await test.Database.ReadAsync(connection => connection.QueryAsync<Reference>(Referring), CancellationToken.None)).ToList();
        Assert.Contains(references, r => r is { From: "escalation", To: "page" });
        var loads = SqlText.For<RetentionItemStore>(DatabaseProvider.Sqlite);
        var missing = new List<string>();
        foreach (var kind in Enum.GetValues<KeptKind>())
        {
            var deleted = Deleted(kind);
            foreach (var reference in references.Where(r => deleted.Contains(r.To) && r.From != r.To))
            {
                var before = deleted.IndexOf(reference.From);
                var kept = Keeping.TryGetValue((kind, reference.From), out var guard) && loads[$"Load{kind}"].Contains(guard, StringComparison.Ordinal);
                if (!kept && (before < 0 || before > deleted.IndexOf(reference.To)))
                {
                    missing.Add($"{kind}: {reference.From} refers to {reference.To}, and is neither purged before it nor keeps it");
                }
            }
        }

        Found.Nothing(missing);
    }

    private static List<string> Deleted(KeptKind kind)
    {
        var sql = SqlText.For<RetentionItemStore>(DatabaseProvider.Sqlite);
        return [.. PurgeSteps.Of(kind).Select(s => sql[s].Split(' ')).Where(w => w is ["delete", "from", ..]).Select(w => w[2])];
    }

    private static IEnumerable<string> Forgotten(IEnumerable<string> naming, List<string> deleted) => naming
        .Where(t => !deleted.Contains(t) && !PurgeSteps.KeptOfPages.ContainsKey(t))
        .Select(t => $"{t} names a page: purge it in PurgeSteps, or say in KeptOfPages why it stays");

    private static async Task<IReadOnlyList<string>> NamingPagesAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.SqlServer)
        {
            return [.. ShippedSchema.OnSqlServer.Tables.Where(t => ShippedSchema.OnSqlServer.Find(t)!.Keys.Any(c => c.Contains("page", StringComparison.OrdinalIgnoreCase)))];
        }

        const string Naming = """
            select distinct t.name from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and c.name like '%page%' order by t.name
            """;
        await using var test = await TestDatabase.SqliteAsync();
        return [.. await test.Database.ReadAsync(connection => connection.QueryAsync<string>(Naming), CancellationToken.None)];
    }

    private sealed class Reference
    {
        public string From { get; set; } = "";

        public string To { get; set; } = "";
    }
}
