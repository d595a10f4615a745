using OnCall.Fuzz.Tests.Running;
using OnCall.Fuzz.Tests.Targets;
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace OnCall.Fuzz.Tests;

/// <summary>Some inputs for every reader of outside bytes; <c>tests/Fuzz.Runner</c> gives it a million.</summary>
public sealed class FuzzTests
{
    private const long Inputs = 1_500;

    public static TheoryData<string> Names => [.. ReadableTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_input_makes_a_reader_crash_hang_or_grow(string name) =>
        Assert.Empty(new Campaign(ReadableTargets.Named(name), new Bounds()).Run(1, Inputs));

    [Fact]
    public void No_two_targets_share_a_name() => Assert.Distinct(ReadableTargets.All.Select(target => target.Name));
}
