using Microsoft.Extensions.Options;

namespace OnCall.Channels.Twilio;

/// <summary>All of the provider's settings or none; a half is a mistake that would be found at night.</summary>
internal sealed class TwilioOptionsValidator : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        (string Setting, string? Value)[] together =
            [(nameof(options.AccountSid), options.AccountSid), (nameof(options.AuthToken), options.AuthToken), (nameof(options.From), options.From)];
        if (together.All(s => string.IsNullOrWhiteSpace(s.Value)) && string.IsNullOrWhiteSpace(options.VoiceFrom) && options.BaseUrl == TwilioOptions.UsualBaseUrl
            && options is { AtOnce: null, PerSecond: null, VoiceAtOnce: null, VoicePerSecond: null })
        {
            return ValidateOptionsResult.Skip;
        }

        if (Array.Find(together, s => string.IsNullOrWhiteSpace(s.Value)).Setting is { } missing)
        {
            return Fail(missing, "is missing: AccountSid, AuthToken and From are set together.");
        }

        if (!SettingNames.IsHttpUrl(options.BaseUrl))
        {
            return Fail(nameof(options.BaseUrl), "is not an http or https address.");
        }

        if (options.ValiditySeconds is < 1 or > 36_000)
        {
            return Fail(nameof(options.ValiditySeconds), "is not between 1 and 36000.");
        }

        if (Limits(options) is var (limit, outside))
        {
            return Fail(limit, outside);
        }

        if (TwilioOptions.IsService(options.VoiceFrom))
        {
            return Fail(nameof(options.VoiceFrom), "is a messaging service: calls need a number.");
        }

        return !options.IsCalledBack || SettingNames.IsHttpUrl(options.PublicUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "OnCall__PublicUrl is missing or not an http or https address: SMS receipts and replies, and the keys pressed in calls, come back to it. "
                + $"In a network that the provider cannot reach set {SettingNames.Of(TwilioOptions.Name, nameof(options.Callbacks))} to false.");
    }

    private static (string Setting, string Why)? Limits(TwilioOptions options) =>
        LimitSettings.Problem((nameof(options.AtOnce), options.AtOnce), (nameof(options.PerSecond), options.PerSecond))
        ?? LimitSettings.Problem((nameof(options.VoiceAtOnce), options.VoiceAtOnce), (nameof(options.VoicePerSecond), options.VoicePerSecond));

    private static ValidateOptionsResult Fail(string setting, string why) =>
        ValidateOptionsResult.Fail($"{SettingNames.Of(TwilioOptions.Name, setting)} {why}");
}
