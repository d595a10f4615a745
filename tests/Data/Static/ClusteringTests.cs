using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// A table whose rows are ordered by ids or hashes takes each new row somewhere in its middle: SQL Server orders ids by their last bytes, which are
/// chance in a version 7 id too. What grows is clustered by a number that rises.
/// </summary>
public sealed class ClusteringTests
{
    private const string SetUp = "what is set up by hand: a few thousand rows, seldom a new one";
    private const string Planned = "what people plan or do now and then: some rows a day";
    private const string Nightly = "some rows a night";
    private const string Removed = "some rows a day for each person at most, which retention removes";
    private const string Passing = "rows that leave within hours or days, and are found by this very key";

    // By what these may be ordered by chance, or not at all.
    private static readonly Dictionary<string, string> May = new(StringComparer.Ordinal)
    {
        ["account"] = SetUp,
        ["alarm"] = SetUp,
        ["answered_message"] = Passing,
        ["api_key"] = SetUp,
        ["broken_glass"] = Planned,
        ["contact_check"] = SetUp,
        ["contact_check_send"] = Passing,
        ["contact_method"] = SetUp,
        ["cover"] = Planned,
        ["favourite_role"] = SetUp,
        ["feed_event"] = Passing,
        ["gap_warning"] = Planned,
        ["gap_warning_notice"] = Planned,
        ["invitation"] = SetUp,
        ["legal_hold"] = Planned,
        ["mapped_grant"] = SetUp,
        ["notice"] = Removed,
        ["notice_delivery"] = Removed,
        ["open_inbox"] = Passing,
        ["org_unit"] = SetUp,
        ["org_unit_holiday"] = SetUp,
        ["passkey"] = SetUp,
        ["person"] = SetUp,
        ["person_permission"] = SetUp,
        ["policy"] = SetUp,
        ["preset"] = SetUp,
        ["preset_role"] = SetUp,
        ["push_device"] = SetUp,
        ["recovery_code"] = SetUp,
        ["retention_rule"] = SetUp,
        ["retention_run"] = Nightly,
        ["retention_run_hold"] = Nightly,
        ["retention_run_line"] = Nightly,
        ["role"] = SetUp,
        ["roster_feed"] = SetUp,
        ["roster_pull"] = SetUp,
        ["roster_upload"] = Planned,
        ["roster_upload_range"] = Planned,
        ["rotation"] = SetUp,
        ["second_factor_rule"] = SetUp,
        ["signing_key"] = SetUp,
        ["swap"] = Planned,
        ["web_session"] = Removed,
    };

    // Texts that are drawn by chance: their type does not say so.
    private static readonly HashSet<string> Drawn = ["page_reference.reference"];

    [Fact]
    public void What_grows_is_ordered_by_a_number_that_rises()
    {
        var byChance = ShippedSchema.OnSqlServer.Tables.Where(table => ByChance(table, ShippedSchema.OnSqlServer, ShippedSchema.Indexes)).ToArray();
        Found.Nothing(byChance.Except(May.Keys).Order(StringComparer.Ordinal)
            .Select(table => $"{table}: ordered by chance; cluster it by an identity, or say why it may be")
            .Concat(May.Keys.Except(byChance).Select(table => $"{table}: needs no excuse")));
    }

    [Fact]
    public void A_table_ordered_by_chance_and_a_heap_are_found()
    {
        string[] scripts =
        [
            "create table a (id uniqueidentifier not null constraint pk_a primary key);",
            "create table b (id uniqueidentifier not null constraint pk_b primary key, seq bigint identity(1, 1) not null);",
            "alter table b drop constraint pk_b; alter table b add constraint cx_b unique clustered (seq); alter table b add constraint pk_b primary key (id);",
            "create table c (id uniqueidentifier not null constraint ux_c unique);",
            "create table d (id uniqueidentifier not null, hash char(64) not null constraint pk_d primary key nonclustered); create clustered index cx_d on d (hash);",
            "create table e (name varchar(40) not null constraint pk_e primary key);",
            "create table page_reference (reference nvarchar(8) not null constraint pk_page_reference primary key);",
            "create table f (name varchar(40) not null, hash char(64) not null, constraint pk_f primary key (name, hash));",
        ];
        var (tables, indexes) = (TableCatalog.From(scripts), TableIndexes.From(scripts));
        Assert.Equal(["a", "c", "d", "f", "page_reference"], tables.Tables.Where(table => ByChance(table, tables, indexes)).Order(StringComparer.Ordinal));
    }

    private static bool ByChance(string table, TableCatalog tables, TableIndexes indexes) =>
        indexes.Clustered(table) is not { } order
        || order.Keys.Any(key => Drawn.Contains($"{table}.{key}") || tables.Find(table)![key].Type is { Family: SqlFamily.Guid } or { Name: "char", Size: 64 });
}
