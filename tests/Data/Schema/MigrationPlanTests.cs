using OnCall.Data.Schema;
using Xunit;

namespace OnCall.Data.Tests.Schema;

public sealed class MigrationPlanTests
{
    private static readonly MigrationScript First = new("0001_directory.sql", "create table a (b int);");
    private static readonly MigrationScript Second = new("0002_roster.sql", "create table c (d int);");

    [Fact]
    public void An_empty_database_gets_every_script_in_order() =>
        Assert.Equal([First, Second], MigrationPlan.Pending([Second, First], []));

    [Fact]
    public void A_database_that_is_up_to_date_gets_nothing() =>
        Assert.Empty(MigrationPlan.Pending([First, Second], [Applied(First), Applied(Second)]));

    [Fact]
    public void A_script_that_was_changed_after_it_shipped_stops_the_start()
    {
        var changed = First with { Text = "create table a (b bigint);" };
        var error = Assert.Throws<SchemaRefusedException>(() => MigrationPlan.Pending([new(changed.Name, changed.Text), Second], [Applied(First)]));
        Assert.Contains("0001_directory.sql was changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_of_a_windows_checkout_are_no_change() =>
        Assert.Empty(MigrationPlan.Pending([new("0001_x.sql", "a\r\nb")], [Applied(new("0001_x.sql", "a\nb"))]));

    [Fact]
    public void A_database_that_a_newer_version_has_migrated_stops_the_start()
    {
        var error = Assert.Throws<SchemaRefusedException>(() => MigrationPlan.Pending([First], [Applied(First), Applied(Second)]));
        Assert.Contains("newer than this program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_numbered_before_one_that_already_ran_stops_the_start()
    {
        var error = Assert.Throws<SchemaRefusedException>(() => MigrationPlan.Pending([First, Second], [Applied(Second)]));
        Assert.Contains("0001_directory.sql was never applied", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0002_again.sql", "same number")]
    [InlineData("2_roster.sql", "not named like")]
    [InlineData("0003_Roster.sql", "not named like")]
    public void A_name_that_would_make_the_order_doubtful_stops_the_start(string name, string says)
    {
        var error = Assert.Throws<SchemaRefusedException>(() => MigrationPlan.Pending([First, Second, new(name, "")], []));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_is_cut_at_lines_that_hold_only_go() =>
        Assert.Equal(["select 1;\n", "\nselect 'GO on';"], new MigrationScript("0001_x.sql", "select 1;\nGO\nselect 'GO on';\ngo\n").Batches().Select(batch => batch.TrimEnd() == "select 1;" ? batch : batch.TrimEnd()));

    private static AppliedMigration Applied(MigrationScript script) => new(script.Name, script.Hash);
}
