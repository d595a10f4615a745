using OnCall.Domain.Paging;
using OnCall.Domain.Rosters;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>A column that holds one of the domain's numbers refuses all others, in both databases, and none of the domain's.</summary>
public sealed class RangeChecksTests
{
    private static readonly (int Least, int Most) AnyUrgency = (Enum.GetValues<Urgency>().Min(u => (int)u), Enum.GetValues<Urgency>().Max(u => (int)u));
    private static readonly (int Least, int Most) AnyTier = (Tiers.First, Tiers.Last);

    private static readonly Dictionary<string, (int Least, int Most)> Meant = new(StringComparer.Ordinal)
    {
        ["cover.tier"] = AnyTier,
        ["escalation.urgency"] = AnyUrgency,
        ["notification.urgency"] = AnyUrgency,
        ["shift.tier"] = AnyTier,
        ["swap.give_tier"] = AnyTier,
        ["swap.take_tier"] = AnyTier,
    };

    [Fact]
    public void Sql_server_takes_the_numbers_of_the_domain_and_no_others() => Found.Nothing(Differences(CheckedRanges.OnSqlServer(ShippedSchema.Scripts)));

    [Fact]
    public async Task Sqlite_takes_the_numbers_of_the_domain_and_no_others() => Found.Nothing(Differences(CheckedRanges.OnSqlite(await SqliteTables.ReadAsync())));

    // What is named so somewhere is meant so everywhere.
    [Fact]
    public void Every_number_of_an_urgency_or_a_tier_is_checked()
    {
        var numbers = from table in ShippedSchema.OnSqlServer.Tables
                      from column in ShippedSchema.OnSqlServer.Find(table)!.Values
                      where column.Type is { Name: "int" or "tinyint" or "smallint" or "bigint" }
                          && (column.Name.EndsWith("urgency", StringComparison.Ordinal) || column.Name.EndsWith("tier", StringComparison.Ordinal))
                      select $"{table}.{column.Name}";
        Assert.Equal(Meant.Keys.Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_range_that_is_wider_and_one_that_is_missing_are_found()
    {
        const string Table = "create table shift (tier int not null constraint ck check (tier between 1 and 4), rank int constraint ck_rank check (rank between 1 and 9));";
        string[] expected = ["shift.rank: which numbers of the domain does it mirror?", "shift.tier: takes 1 to 4, not 1 to 3"];
        Assert.Equal(expected, Differences(CheckedRanges.OnSqlServer([Table])).Where(problem => problem.StartsWith("shift", StringComparison.Ordinal)));
        Assert.Equal(expected, Differences(CheckedRanges.OnSqlite([("shift", Table)])).Where(problem => problem.StartsWith("shift", StringComparison.Ordinal)));
        Assert.Contains("cover.tier: takes any number", Differences(CheckedRanges.OnSqlServer([Table])));
    }

    [Fact]
    public void What_was_taken_away_or_never_looked_at_the_rows_is_no_check()
    {
        const string Table = "create table shift (tier int not null constraint ck check (tier between 1 and 3));";
        Assert.Contains("shift.tier: takes any number", Differences(CheckedRanges.OnSqlServer([Table, "alter table shift drop constraint ck;"])));
        Assert.Contains("shift.tier: takes 1 to 9, not 1 to 3", Differences(CheckedRanges.OnSqlServer([Table, "alter table shift drop constraint ck;", "alter table shift add constraint ck check (tier between 1 and 9);"])));
        Assert.Contains("shift.tier: takes any number", Differences(CheckedRanges.OnSqlServer(["create table shift (tier int not null);", "alter table shift with nocheck add constraint ck check (tier between 1 and 3);"])));
        Assert.Contains("shift.tier: takes any number", Differences(CheckedRanges.OnSqlServer(["create table shift (tier int not null constraint ck check (tier not between 1 and 3));"])));
    }

    private static IEnumerable<string> Differences(Dictionary<string, (int Least, int Most)> shipped) =>
        shipped.Keys.Union(Meant.Keys).Order(StringComparer.Ordinal).SelectMany<string, string>(column => (Meant.ContainsKey(column), shipped.ContainsKey(column)) switch
        {
            (false, _) => [$"{column}: which numbers of the domain does it mirror?"],
            (_, false) => [$"{column}: takes any number"],
            _ when Meant[column] == shipped[column] => [],
            _ => [$"{column}: takes {shipped[column].Least} to {shipped[column].Most}, not {Meant[column].Least} to {Meant[column].Most}"],
        });
}
