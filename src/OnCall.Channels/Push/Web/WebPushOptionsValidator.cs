using Microsoft.Extensions.Options;

namespace OnCall.Channels.Push.Web;

/// <summary>Finds a wrong setting at the start.</summary>
internal sealed class WebPushOptionsValidator : IValidateOptions<WebPushOptions>
{
    public ValidateOptionsResult Validate(string? name, WebPushOptions options)
    {
        if (!options.IsConfigured)
        {
            return options is { Hosts: null, AllowLoopback: false, AtOnce: null, PerSecond: null }
                ? ValidateOptionsResult.Skip
                : Fail(nameof(options.Subject), "is missing, though Hosts, AllowLoopback, AtOnce or PerSecond is set.");
        }

        if (!Uri.TryCreate(options.Subject, UriKind.Absolute, out var subject) || subject.Scheme is not ("mailto" or "https"))
        {
            return Fail(nameof(options.Subject), "is not a mailto: or https: address.");
        }

        if (options.OwnHosts.FirstOrDefault(h => !PushHosts.IsPattern(h)) is { } wrong)
        {
            return Fail(nameof(options.Hosts), $"has '{wrong}', which is no host name and not *. before one.");
        }

        return LimitSettings.Problem((nameof(options.AtOnce), options.AtOnce), (nameof(options.PerSecond), options.PerSecond)) is var (limit, outside)
            ? Fail(limit, outside)
            : ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string setting, string why) =>
        ValidateOptionsResult.Fail($"{SettingNames.Of(WebPushOptions.Name, setting)} {why}");
}
