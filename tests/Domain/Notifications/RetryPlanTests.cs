using NodaTime;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

/// <summary>When a failed attempt is made again.</summary>
public sealed class RetryPlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 16)]
    [InlineData(5, 30)]
    public void Each_attempt_waits_longer_than_the_one_before(int attempt, int seconds) =>
        Assert.Equal(Now + Duration.FromSeconds(seconds), RetryPlan.Next(attempt, Now, null, null));

    [Fact]
    public void The_sixth_attempt_is_the_last() => Assert.Null(RetryPlan.Next(RetryPlan.MostAttempts, Now, null, null));

    [Fact]
    public void Nothing_is_tried_again_once_the_next_step_is_due()
    {
        Assert.Null(RetryPlan.Next(3, Now, Now + Duration.FromSeconds(8), null));
        Assert.NotNull(RetryPlan.Next(3, Now, Now + Duration.FromSeconds(9), null));
    }

    [Fact]
    public void A_provider_that_asks_for_more_time_gets_it()
    {
        Assert.Equal(Now + Duration.FromSeconds(12), RetryPlan.Next(1, Now, null, Duration.FromSeconds(12)));
        Assert.Equal(Now + Duration.FromSeconds(2), RetryPlan.Next(1, Now, null, Duration.FromSeconds(1)));
    }
}
