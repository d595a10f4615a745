using Microsoft.Extensions.Options;
using NodaTime;

namespace OnCall.Api.Settings;

/// <summary>A wrong setting is found at the start, not at night.</summary>
internal sealed class OnCallOptionsValidator : IValidateOptions<OnCallOptions>
{
    private const int ShortestBootstrapKey = 24;

    public ValidateOptionsResult Validate(string? name, OnCallOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            return ValidateOptionsResult.Fail("OnCall__DataDirectory is empty: name a folder, or leave it out for ./data.");
        }

        if (options.BootstrapApiKey is { Length: > 0 and < ShortestBootstrapKey })
        {
            return ValidateOptionsResult.Fail($"OnCall__BootstrapApiKey has fewer than {ShortestBootstrapKey} characters.");
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) is null)
        {
            return ValidateOptionsResult.Fail("OnCall__TimeZone is not an IANA zone such as Europe/Brussels.");
        }

        if (!string.IsNullOrEmpty(options.Telemetry.OtlpEndpoint) && !IsHttp(options.Telemetry.OtlpEndpoint))
        {
            return ValidateOptionsResult.Fail("OnCall__Telemetry__OtlpEndpoint is not an http or https address.");
        }

        if (!string.IsNullOrWhiteSpace(options.Watchdog.Url) && !IsHttp(options.Watchdog.Url))
        {
            return ValidateOptionsResult.Fail("OnCall__Watchdog__Url is not an http or https address.");
        }

        if (options.Watchdog.IntervalSeconds is < WatchdogSettings.ShortestInterval or > WatchdogSettings.LongestInterval)
        {
            return ValidateOptionsResult.Fail($"OnCall__Watchdog__IntervalSeconds is not between {WatchdogSettings.ShortestInterval} and {WatchdogSettings.LongestInterval}.");
        }

        if (options.Rosters.PullFolders.Any(f => !Path.IsPathFullyQualified(f)))
        {
            return ValidateOptionsResult.Fail("OnCall__Rosters__PullFolders__0 and following are not all whole paths of folders.");
        }

        if (options.AcknowledgeLinks && string.IsNullOrEmpty(options.PublicUrl))
        {
            return ValidateOptionsResult.Fail("OnCall__AcknowledgeLinks wants OnCall__PublicUrl: the links begin with it.");
        }

        if (options.Retention.Hour is < 0 or > 23)
        {
            return ValidateOptionsResult.Fail("OnCall__Retention__Hour is not an hour from 0 to 23.");
        }

        if (options.Stop.LeaveSeconds is < 0 or > StopSettings.Longest)
        {
            return ValidateOptionsResult.Fail($"OnCall__Stop__LeaveSeconds is not between 0 and {StopSettings.Longest}.");
        }

        return string.IsNullOrEmpty(options.PublicUrl) || IsHttp(options.PublicUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("OnCall__PublicUrl is not an http or https address.");
    }

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
