using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Domain.Tests.Alarms;

public sealed class KeyEndRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Theory]
    [InlineData(15, null)]
    [InlineData(14, AlarmSeverity.Warning)]
    [InlineData(1, AlarmSeverity.Warning)]
    [InlineData(0, AlarmSeverity.Serious)]
    [InlineData(-29, AlarmSeverity.Serious)]
    [InlineData(-30, null)]
    public void Fourteen_days_before_its_end_it_is_a_warning_and_for_thirty_days_from_its_end_it_is_serious(int daysToItsEnd, AlarmSeverity? expected) =>
        Assert.Equal(expected, KeyEndRules.Observe([Key("lab", daysToItsEnd)], Now).SingleOrDefault()?.Severity);

    [Fact]
    public void It_says_of_which_system_and_when()
    {
        Assert.Equal("A key of lab ends at 2026-11-25T09:00:00Z.", Assert.Single(KeyEndRules.Observe([Key("lab", 2)], Now)).Detail);
        var ended = Assert.Single(KeyEndRules.Observe([Key("lab", -1)], Now));
        Assert.Equal(("A key of lab ended at 2026-11-22T09:00:00Z: what it still sends by it is refused.", Now - Duration.FromDays(1)), (ended.Detail, ended.Since));
    }

    [Fact]
    public void A_new_key_counts_from_its_first_use_and_only_for_its_own_system_and_when_it_lasts_longer()
    {
        var ending = Key("lab", 2);
        Assert.Single(KeyEndRules.Observe([ending, Key("lab", 365)], Now));
        Assert.Single(KeyEndRules.Observe([ending, Key("pharmacy", 365, used: true)], Now));
        Assert.Equal(2, KeyEndRules.Observe([ending, Key("lab", 1, used: true)], Now).Count());
        Assert.Empty(KeyEndRules.Observe([ending, Key("lab", 365, used: true)], Now));
        Assert.Empty(KeyEndRules.Observe([ending, Key("lab", null, used: true)], Now));
        Assert.Single(KeyEndRules.Observe([Key("lab", -3), Key("lab", -1, used: true)], Now), a => a.Severity == AlarmSeverity.Serious && a.Detail.Contains("11-22", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_analysers_of_one_name_each_key_is_missed_for_itself()
    {
        var other = Key("lab", 365, used: true);
        Assert.Single(KeyEndRules.Observe([other, Key("lab", 2, Now - Duration.FromHours(2))], Now));
        Assert.Single(KeyEndRules.Observe([other, Key("lab", -20, Now - Duration.FromDays(20) - Duration.FromHours(2))], Now));
        Assert.Empty(KeyEndRules.Observe([other, Key("lab", 2, Now - Duration.FromDays(1))], Now));
        Assert.Empty(KeyEndRules.Observe([other, Key("lab", -20, Now - Duration.FromDays(21))], Now));
    }

    [Fact]
    public void A_key_of_a_trial_long_ago_takes_the_place_of_none() =>
        Assert.Single(KeyEndRules.Observe([Key("lab", null, Now - Duration.FromDays(200)), Key("lab", 2, Now - Duration.FromDays(3))], Now));

    [Fact]
    public void A_key_without_an_end_is_none() => Assert.Empty(KeyEndRules.Observe([Key("lab", null)], Now));

    private static int _ids;

    private static IntegrationKey Key(string integration, int? days, bool used = false) => Key(integration, days, used ? Now : null);

    private static IntegrationKey Key(string integration, int? days, Instant? used) =>
        new(new ApiKeyId(new Guid(++_ids, 1, 1, new byte[8])), integration, days is { } n ? Now + Duration.FromDays(n) : null, used);
}
