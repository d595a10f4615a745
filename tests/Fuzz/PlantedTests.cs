using System.Text;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;
using OnCall.Fuzz.Tests.Targets;
using Xunit;

namespace OnCall.Fuzz.Tests;

/// <summary>Readers with a mistake in them, each of which is found, and found again by its seed.</summary>
public sealed class PlantedTests
{
    private const long Inputs = 2_000;
    private static readonly IReadOnlyList<byte[]> Samples = Drawing.Samples.Texts("one,two,three");
    private static readonly Bounds Quick = new(Beats: 5, Growth: 8 * 1024 * 1024);

    [Fact]
    public void A_reader_that_crashes_is_found()
    {
        var target = Target(bytes => Must.Be(Array.IndexOf(bytes, (byte)'"') < 0, "A quote is too much for it."));

        var failure = Assert.Single(new Campaign(target, Quick).Run(1, Inputs));

        Assert.Contains("A quote is too much for it.", failure.What, StringComparison.Ordinal);
        Assert.Equal(failure.ToString(), Assert.Single(new Campaign(target, Quick).Run(failure.Seed, 1)).ToString());
    }

    [Fact]
    public void A_reader_that_never_comes_back_is_found()
    {
        using var end = new ManualResetEventSlim();
        var target = Target(bytes =>
        {
            if (Array.IndexOf(bytes, (byte)';') >= 0)
            {
                end.Wait();
            }
        });

        var failure = Assert.Single(new Campaign(target, Quick).Run(1, Inputs));

        Assert.Contains("it has not come back", failure.What, StringComparison.Ordinal);
        Assert.Contains((byte)';', target.Input(failure.Seed));
        end.Set();
    }

    [Fact]
    public void A_reader_that_keeps_what_it_has_read_is_found()
    {
        var kept = new List<byte[]>();
        var target = Target(_ => kept.Add(new byte[8 * 1024]));

        Assert.Contains("it holds", Assert.Single(new Campaign(target, Quick).Run(1, Inputs)).What, StringComparison.Ordinal);
        GC.KeepAlive(kept);
    }

    [Fact]
    public void A_reader_that_takes_too_much_for_one_input_is_found()
    {
        var target = Target(bytes => GC.KeepAlive(Array.IndexOf(bytes, (byte)'"') < 0 ? null : new byte[1_000_000])) with { MostBytes = 500_000 };

        Assert.Contains("it takes 1,000,0", Assert.Single(new Campaign(target, Quick).Run(1, Inputs)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_without_a_mistake_is_left_alone()
    {
        var target = Target(bytes => Encoding.UTF8.GetString(bytes));

        Assert.Empty(new Campaign(target, Quick).Run(1, Inputs));
    }

    [Fact]
    public void A_seed_is_the_same_input_always_and_another_seed_another() => Assert.All(ReadableTargets.All, target =>
    {
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(target.Input((ulong)seed), target.Input((ulong)seed)));
        Assert.True(Enumerable.Range(0, 200).Select(seed => Convert.ToHexString(target.Input((ulong)seed))).Distinct().Count() > 100, target.Name);
    });

    private static Target Target(Action<byte[]> read) => new("planted", chance => Mutation.Of(chance, Samples), read);
}
