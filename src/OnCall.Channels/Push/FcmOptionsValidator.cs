using Microsoft.Extensions.Options;

namespace OnCall.Channels.Push;

/// <summary>Reads the key file at start, so that a wrong path or a truncated key is found then and not by a page.</summary>
internal sealed class FcmOptionsValidator : IValidateOptions<FcmOptions>
{
    public ValidateOptionsResult Validate(string? name, FcmOptions options)
    {
        if (!options.IsConfigured)
        {
            return string.IsNullOrWhiteSpace(options.TokenUrl) && options is { BaseUrl: FcmOptions.UsualBaseUrl, AtOnce: null, PerSecond: null }
                ? ValidateOptionsResult.Skip
                : Fail(nameof(options.CredentialsFile), "is missing, though BaseUrl, TokenUrl, AtOnce or PerSecond is set.");
        }

        if (!SettingNames.IsHttpUrl(options.BaseUrl))
        {
            return Fail(nameof(options.BaseUrl), "is not an http or https address.");
        }

        if (!string.IsNullOrWhiteSpace(options.TokenUrl) && !SettingNames.IsHttpUrl(options.TokenUrl))
        {
            return Fail(nameof(options.TokenUrl), "is not an http or https address.");
        }

        if (LimitSettings.Problem((nameof(options.AtOnce), options.AtOnce), (nameof(options.PerSecond), options.PerSecond)) is var (limit, outside))
        {
            return Fail(limit, outside);
        }

        return ServiceAccount.TryRead(options.CredentialsFile!, out _, out var problem)
            ? ValidateOptionsResult.Success
            : Fail(nameof(options.CredentialsFile), problem);
    }

    private static ValidateOptionsResult Fail(string setting, string why) =>
        ValidateOptionsResult.Fail($"{SettingNames.Of(FcmOptions.Name, setting)} {why}");
}
