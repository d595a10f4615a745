using OnCall.Simulation.Tests.Planting;
using OnCall.Simulation.Tests.Runs;
using OnCall.Simulation.Tests.Storing;
using Xunit;

namespace OnCall.Simulation.Tests;

/// <summary>A few seeds with the stores on a server. With <c>ONCALL_TEST_DATABASE=sqlserver</c> all other seeds run there too.</summary>
public class SeedsOnSqlServer(ITestOutputHelper output)
{
    private const ulong Seeds = 8;

    [Fact]
    public void Every_safety_rule_is_kept_and_a_planted_fault_is_found()
    {
        using var bench = new Bench(new ServerStorage());
        var tally = new Tally();
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var verdict = bench.Try(seed);
            tally.Add(verdict);
            Assert.Empty(verdict.Violations);
        }

        output.WriteLine(tally.Report(TimeSpan.Zero));
        Assert.True(tally.Events > 0);
        Assert.Contains(Enumerable.Range(1, (int)Seeds), seed => bench.Try((ulong)seed, Classic.DueTimeOnlyInMemory).BreaksARule);
    }
}
