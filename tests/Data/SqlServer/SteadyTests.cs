using Microsoft.Data.SqlClient;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

public sealed class SteadyTests
{
    [Fact]
    public void What_a_paging_system_needs_is_set_where_nothing_else_is()
    {
        var steady = new SqlConnectionStringBuilder(SqlServerDatabase.Steady("Server=db;Database=oncall;Integrated Security=true"));

        Assert.Equal((PoolBlockingPeriod.NeverBlock, 0, "OnCall"), (steady.PoolBlockingPeriod, steady.ConnectRetryCount, steady.ApplicationName));
        Assert.Equal(SqlConnectionEncryptOption.Mandatory, steady.Encrypt);
    }

    [Fact]
    public void What_is_set_stays_and_all_else_too()
    {
        const string Given = "Server=listener;Database=oncall;Integrated Security=true;MultiSubnetFailover=true;Pool Blocking Period=AlwaysBlock;Connect Retry Count=7;Application Name=pager;Max Pool Size=42;Encrypt=Strict";
        var steady = new SqlConnectionStringBuilder(SqlServerDatabase.Steady(Given));

        Assert.Equal(new SqlConnectionStringBuilder(Given).ToString(), steady.ToString());
        Assert.True(steady.MultiSubnetFailover);
    }
}
