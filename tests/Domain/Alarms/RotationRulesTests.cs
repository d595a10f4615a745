using NodaTime;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class RotationRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 12, 6, 0);
    private static readonly RotationState Well = new("nights", "Ward 3", [], false, Now + Duration.FromDays(50), Duration.FromDays(49), null);

    [Fact]
    public void A_rotation_that_goes_on_is_no_alarm() => Assert.Empty(RotationRules.Observe([Well], Now));

    [Fact]
    public void Who_has_gone_is_named_while_the_others_go_on() =>
        Assert.Equal((AlarmSeverity.Warning, "The rotation nights of Ward 3 makes gaps: Ada, Bram are not active."), Told(Well with { Gone = ["Ada", "Bram"] }));

    [Fact]
    public void With_nobody_left_it_is_serious_a_week_before_its_last_shift_ends()
    {
        var empty = Well with { Gone = ["Ada"], NobodyLeft = true };
        Assert.Equal(AlarmSeverity.Warning, Told(empty).Severity);
        Assert.Equal((AlarmSeverity.Serious, "The rotation nights of Ward 3 makes no more shifts: nobody in it is active."), Told(empty with { MadeTo = Now + Duration.FromDays(7) }));
    }

    [Fact]
    public void A_rotation_whose_role_has_gone_makes_no_more_shifts() =>
        Assert.Equal("The rotation nights has no role any more: it makes no more shifts.", Told(Well with { Role = null }).Detail);

    [Fact]
    public void Next_shifts_that_are_a_day_late_are_told()
    {
        Assert.Empty(RotationRules.Observe([Well with { MadeTo = Now + Duration.FromDays(48) }], Now));
        Assert.Equal("The rotation nights of Ward 3 has not made its next shifts.", Told(Well with { MadeTo = Now + Duration.FromDays(48) - Duration.FromSeconds(1) }).Detail);
    }

    [Fact]
    public void One_that_is_made_to_its_end_or_over_is_no_alarm()
    {
        var end = Now + Duration.FromDays(3);
        Assert.Empty(RotationRules.Observe([Well with { MadeTo = end, End = end }], Now));
        Assert.Empty(RotationRules.Observe([Well with { MadeTo = end, End = end, NobodyLeft = true }], end));
    }

    private static (AlarmSeverity Severity, string Detail) Told(RotationState state)
    {
        var told = Assert.Single(RotationRules.Observe([state], Now));
        return (told.Severity, told.Detail);
    }
}
