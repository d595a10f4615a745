using OnCall.Simulation.Tests.Runs;
using Xunit;

namespace OnCall.Simulation.Tests;

public class ReplayTests
{
    private const ulong From = 70_000;
    private const ulong Seeds = 12;

    [Fact]
    public void A_seed_replays_to_the_last_byte_whatever_ran_before_it()
    {
        using var bench = new Bench();
        var first = Enumerable.Range(0, (int)Seeds).Select(n => TaleOf(bench, From + (ulong)n)).ToList();

        using var another = new Bench();
        var again = Enumerable.Range(0, (int)Seeds).Reverse().Select(n => TaleOf(another, From + (ulong)n)).Reverse().ToList();

        Assert.Equal(first, again);
    }

    [Fact]
    public void Different_seeds_tell_different_tales()
    {
        using var bench = new Bench();

        var tales = Enumerable.Range(0, (int)Seeds).Select(n => TaleOf(bench, From + (ulong)n)).ToList();

        Assert.Equal((int)Seeds, tales.Distinct().Count());
        Assert.All(tales, tale => Assert.NotEmpty(tale));
    }

    private static string TaleOf(Bench bench, ulong seed) => Tale.Of(bench.Try(seed).Sight, only: null);
}
