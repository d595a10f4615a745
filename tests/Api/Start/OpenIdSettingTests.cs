using Xunit;

namespace OnCall.Api.Tests.Start;

public sealed class OpenIdSettingTests
{
    private const string Authority = "https://login.hospital.example";

    [Theory]
    [InlineData("Authority", "login.hospital.example", "Authority is not an https address")]
    [InlineData("Authority", "http://login.hospital.example", "Authority is not an https address")]
    [InlineData("Authority", "https://login.hospital.example?x=1", "Authority is not an https address")]
    [InlineData("RequireHttps", "false", "RequireHttps is false")]
    [InlineData("ClientId", "", "ClientId is missing")]
    [InlineData("ClientSecretFile", "/no/such/file", "ClientSecretFile cannot be read")]
    [InlineData("Scopes", "profile", "Scopes does not hold openid")]
    [InlineData("EmployeeNoClaim", " ", "EmployeeNoClaim is empty")]
    [InlineData("Audience", "oncall", "Audience is the same as ClientId")]
    public Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value, string says) => RefusedStart.AsExpectedAsync(
        [], "OnCall__SignIn__OpenId__" + says,
        [("OnCall__SignIn__OpenId__Authority", Authority), ("OnCall__SignIn__OpenId__ClientId", "oncall"), ("OnCall__SignIn__OpenId__" + setting, value)]);
}
