using OnCall.Data.Rows;
using OnCall.Data.Tests.Static;
using Xunit;

namespace OnCall.Data.Tests.Rows;

/// <summary>What may be sent as a bulk insert, and what not: only what does nothing but put its rows into a table.</summary>
public sealed class BulkRowsTests
{
    [Fact]
    public void A_rosters_shifts_go_in_bulk() =>
        Assert.Equal("shift", new BulkRows(Statement.Shipped.Single(s => s.File.EndsWith("RosterUploadStore.sqlserver.sql", StringComparison.Ordinal) && s.Name == "InsertShifts").Text).Table);

    [Theory]
    [InlineData("insert into line (n) select j.n from @rows j where j.n > 1;")]
    [InlineData("insert into line (n) select j.n + 1 from @rows j;")]
    [InlineData("insert into line (n) select j.n from @rows j join other o on o.n = j.n;")]
    [InlineData("insert into line (n, m) select j.n, null from @rows j;")]
    [InlineData("insert into line (n, m) select j.n from @rows j;")]
    [InlineData("update line set n = j.n from @rows j;")]
    [InlineData("delete from other; insert into line (n) select j.n from @rows j;")]
    public void What_does_more_is_refused(string statement) => Assert.Throws<InvalidOperationException>(() => new BulkRows("-- rows: n int\n" + statement));
}
