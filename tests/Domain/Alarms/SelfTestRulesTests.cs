using NodaTime;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class SelfTestRulesTests
{
    private static readonly Instant LongAgo = Trouble.Start - Duration.FromHours(1);

    [Fact]
    public void A_page_that_comes_through_in_10_seconds_is_well() => Assert.Empty(SelfTestRules.Observe([Page(0, answered: 10)], LongAgo, Trouble.At(59)));

    [Fact]
    public void A_page_on_its_way_is_waited_for_and_the_one_before_it_decides()
    {
        Assert.Empty(SelfTestRules.Observe([Page(0, answered: 1), Page(60, delivered: false)], LongAgo, Trouble.At(70)));
        Assert.Single(SelfTestRules.Observe([Page(0), Page(60)], LongAgo, Trouble.At(65)));
    }

    [Theory]
    [InlineData(false, null, "The last test page was accepted, but not delivered within 10 s.")]
    [InlineData(true, null, "The last test page was delivered, but could not be acknowledged within 10 s.")]
    [InlineData(true, 11.0, "The last test page took longer than 10 s to be acknowledged.")]
    public void A_lost_page_says_how_far_it_came(bool delivered, double? answered, string detail)
    {
        var observed = Assert.Single(SelfTestRules.Observe([Page(0, delivered, answered)], LongAgo, Trouble.At(12)));

        Assert.Equal((AlarmKind.SyntheticPageLost, AlarmSeverity.Critical, detail), (observed.Kind, observed.Severity, observed.Detail));
    }

    [Fact]
    public void A_page_that_comes_through_ends_it() => Assert.Empty(SelfTestRules.Observe([Page(0), Page(60, answered: 61)], LongAgo, Trouble.At(62)));

    [Fact]
    public void No_page_at_all_for_over_90_seconds_is_lost_as_well()
    {
        Assert.Empty(SelfTestRules.Observe([Page(0, answered: 1)], LongAgo, Trouble.At(90)));
        Assert.Single(SelfTestRules.Observe([Page(0, answered: 1)], LongAgo, Trouble.At(91)));
        Assert.Empty(SelfTestRules.Observe([], Trouble.At(0), Trouble.At(90)));
        Assert.Single(SelfTestRules.Observe([], Trouble.At(0), Trouble.At(91)));
    }

    private static TestPage Page(double sent, bool delivered = true, double? answered = null) =>
        new(Trouble.At(sent), delivered, answered is { } at ? Trouble.At(at) : null);
}
