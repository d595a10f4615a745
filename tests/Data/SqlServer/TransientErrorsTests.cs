using OnCall.Data.SqlServer;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

public sealed class TransientErrorsTests
{
    [Theory]
    [InlineData(1205)] // Deadlock.
    [InlineData(1222)] // Lock request timed out.
    [InlineData(4060)] // Cannot open the database, as in a failover.
    [InlineData(10054)] // Reset.
    [InlineData(922)] // The database is being recovered.
    [InlineData(3906)] // Read-only, as when the replicas have changed roles.
    [InlineData(40613)] // Not currently available.
    [InlineData(49920)] // Too many operations.
    public void What_microsoft_says_to_try_again_is_tried_again(int number) => Assert.Contains(number, TransientErrors.Known);

    [Theory]
    [InlineData(-2)] // The command's time-out: what took too long once is not asked for again and again.
    [InlineData(0)] // The caller has cancelled.
    [InlineData(547)] // A constraint.
    [InlineData(2601)] // A duplicate.
    [InlineData(2627)]
    [InlineData(18456)] // A wrong password, tried again and again, locks the login.
    [InlineData(208)] // No such table.
    [InlineData(229)] // Not permitted.
    public void What_would_fail_again_is_not(int number) => Assert.DoesNotContain(number, TransientErrors.Known);
}
