using Xunit;

namespace OnCall.Api.Tests.Start;

public sealed class WrongSettingTests
{
    [Theory]
    [InlineData("OnCall__Database__Provider", "mongo", "OnCall__Database__Provider")]
    [InlineData("OnCall__Database__Provider", "sqlserver", "OnCall__Database__ConnectionString")]
    [InlineData("OnCall__Database__ConnectionString", "Data Source=/proc/no-such-folder/oncall.db", "unable to open database file")]
    [InlineData("OnCall__Database__Migrate", "never", "OnCall__Database__Migrate")]
    [InlineData("OnCall__BootstrapApiKey", "short", "OnCall__BootstrapApiKey")]
    [InlineData("OnCall__PublicUrl", "hospital", "OnCall__PublicUrl")]
    [InlineData("OnCall__TimeZone", "Brussels", "OnCall__TimeZone")]
    [InlineData("OnCall__Telemetry__OtlpEndpoint", "collector:4317", "OnCall__Telemetry__OtlpEndpoint")]
    [InlineData("OnCall__Demo", "perhaps", "OnCall__Demo")]
    [InlineData("OnCall__Watchdog__Url", "watchdog", "OnCall__Watchdog__Url")]
    [InlineData("OnCall__Watchdog__IntervalSeconds", "1", "OnCall__Watchdog__IntervalSeconds")]
    [InlineData("OnCall__Stop__LeaveSeconds", "21", "OnCall__Stop__LeaveSeconds")]
    [InlineData("OnCall__SelfTest__Enabled", "sometimes", "OnCall__SelfTest__Enabled")]
    [InlineData("OnCall__SignIn__OpenId__ClientId", "oncall", "OnCall__SignIn__OpenId__Authority is missing")]
    [InlineData("OnCall__SignIn__Groups__0__Permission", "scheduler", "OnCall__SignIn__Groups__0__Group is missing")]
    [InlineData("OnCall__SignIn__Groups__0__Group", "rota", "OnCall__SignIn__Groups__0__Permission is not one of")]
    [InlineData("OnCall__AcknowledgeLinks", "true", "OnCall__AcknowledgeLinks wants OnCall__PublicUrl")]
    [InlineData("OnCall__Limits__PerKey", "-1", "OnCall__Limits__*")]
    [InlineData("OnCall__Https__Proxies__0", "proxy.hospital.example", "OnCall__Https__Proxies__0")]
    [InlineData("OnCall__Https__HstsDays", "-1", "OnCall__Https__HstsDays")]
    [InlineData("ASPNETCORE_URLS", "ftp://127.0.0.1:1", "ftp://127.0.0.1:1")]
    public Task A_wrong_setting_stops_the_start_with_one_line(string setting, string value, string says) => RefusedStart.AsExpectedAsync([], says, (setting, value));

    [Fact]
    public Task A_misspelt_word_starts_nothing_else_than_was_meant() => RefusedStart.AsExpectedAsync(["wroker"], "Say worker", ("OnCall__Demo", "false"));
}
