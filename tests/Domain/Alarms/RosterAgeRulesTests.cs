using NodaTime;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class RosterAgeRulesTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    [Fact]
    public void A_roster_that_ends_within_7_days_is_a_warning_by_the_roles_own_calendar()
    {
        // Midnight in Tokyo, so that the 26th is the last day covered, and in UTC the afternoon of that day.
        var roster = Ending(Instant.FromUtc(2026, 11, 26, 15, 0));

        var observed = Assert.Single(RosterAgeRules.Observe([roster], Trouble.Start));

        Assert.Equal("No roster for Cardiology – duty physician beyond 26 Nov 2026.", observed.Detail);
        Assert.Equal((AlarmKind.StaleRoster, "cardiology/duty", AlarmSeverity.Warning), (observed.Kind, observed.Subject, observed.Severity));
    }

    [Fact]
    public void A_roster_that_goes_on_for_longer_is_none() =>
        Assert.Empty(RosterAgeRules.Observe([Ending(Trouble.Start + Duration.FromDays(7) + Duration.FromSeconds(1))], Trouble.Start));

    [Fact]
    public void A_roster_that_has_ended_is_serious()
    {
        var observed = Assert.Single(RosterAgeRules.Observe([Ending(Instant.FromUtc(2026, 11, 21, 15, 0))], Trouble.Start));

        Assert.Equal((AlarmSeverity.Serious, "No roster for Cardiology – duty physician since 21 Nov 2026."), (observed.Severity, observed.Detail));
    }

    private static RosterEnd Ending(Instant end) => new("cardiology/duty", "Cardiology – duty physician", end, Tokyo);
}
