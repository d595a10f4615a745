using NodaTime;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

public sealed class ReadinessRulesTests
{
    private static readonly Instant Eight = Instant.FromUtc(2026, 11, 23, 20, 0);

    [Theory]
    [InlineData(-12 * 3600 - 1, false)]
    [InlineData(-12 * 3600, true)]
    [InlineData(0, true)]
    [InlineData(8 * 3600 - 1, true)]
    [InlineData(8 * 3600, false)]
    public void A_shift_is_looked_at_from_twelve_hours_before_until_its_end(int seconds, bool near) =>
        Assert.Equal(near, ReadinessRules.IsNear(Eight, Eight + Duration.FromHours(8), Eight + Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(7 * 86400 - 1, true)]
    [InlineData(7 * 86400, false)]
    public void What_worked_is_believed_for_seven_days(int secondsAgo, bool answered) =>
        Assert.Equal(answered, ReadinessRules.HasWorked(Eight - Duration.FromSeconds(secondsAgo), null, Eight));

    [Fact]
    public void What_never_worked_is_not_believed() => Assert.False(ReadinessRules.HasWorked(null, null, Eight));

    [Theory]
    [InlineData(3600, false)]
    [InlineData(0, true)]
    [InlineData(-3600, true)]
    public void What_has_failed_since_it_worked_is_not_believed(int secondsLater, bool worked) =>
        Assert.Equal(worked, ReadinessRules.HasWorked(Eight - Duration.FromDays(1), Eight - Duration.FromDays(1) + Duration.FromSeconds(secondsLater), Eight));
}
