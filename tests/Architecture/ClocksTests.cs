using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests;

public sealed class ClocksTests
{
    [Theory]
    [InlineData("OnCall.Domain")]
    [InlineData("OnCall.Application")]
    public void Rules_and_use_cases_ask_no_clock(string project) => Found.Nothing(Clocks.Problems(BuiltAssembly.Read(project)));

    [Fact]
    public void A_rule_that_asks_the_clock_is_found()
    {
        Assert.True(PlantedClock.Read() > DateTime.UnixEpoch);
        Assert.Contains(
            "OnCall.Architecture.Tests calls System.DateTime.get_UtcNow",
            Clocks.Problems(BuiltAssembly.Read("OnCall.Architecture.Tests")));
    }

    [Fact]
    public void No_pattern_ends_by_a_clock() => Found.Nothing(Clocks.TimedPatterns(SourceFile.Under("src")));

    [Fact]
    public void A_pattern_that_ends_by_a_clock_is_found() => Assert.Equal(
        ["src/Callback.cs gives a pattern a time-out"],
        Clocks.TimedPatterns(
        [
            new("src/Callback.cs", """[GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 100)]"""),
            new("src/Role.cs", """[GeneratedRegex("[0-9]{1,100}", RegexOptions.CultureInvariant, Timeout.Infinite)]"""),
        ]));

    private static class PlantedClock
    {
#pragma warning disable RS0030 // The violation itself.
        public static DateTime Read() => DateTime.UtcNow;
#pragma warning restore RS0030
    }
}
