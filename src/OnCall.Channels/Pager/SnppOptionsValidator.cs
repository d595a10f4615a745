using Microsoft.Extensions.Options;

namespace OnCall.Channels.Pager;

/// <summary>Settings that would break the protocol's lines, or belong to a gateway that is not named.</summary>
internal sealed class SnppOptionsValidator : IValidateOptions<SnppOptions>
{
    public ValidateOptionsResult Validate(string? name, SnppOptions options)
    {
        if (!options.IsConfigured)
        {
            return string.IsNullOrEmpty(options.Login) && string.IsNullOrEmpty(options.Password) && options is { AtOnce: null, PerSecond: null }
                ? ValidateOptionsResult.Skip
                : Fail(nameof(options.Host), "is missing, though Login, Password, AtOnce or PerSecond is set.");
        }

        return Problem(options) is var (setting, why) ? Fail(setting, why) : ValidateOptionsResult.Success;
    }

    private static (string Setting, string Why)? Problem(SnppOptions options) => options switch
    {
        { Port: < 1 or > 65_535 } => (nameof(options.Port), "is not between 1 and 65535."),
        { Login: null or "", Password: { Length: > 0 } } => (nameof(options.Login), "is missing, though Password is set."),
        { Login: { } login } when login.Any(c => c <= ' ' || char.IsControl(c)) => (nameof(options.Login), "holds a space or a control character."),
        { Password: { } password } when password.Any(c => c <= ' ' || char.IsControl(c)) => (nameof(options.Password), "holds a space or a control character."),
        { IsUtf8: false } when !options.Encoding.Equals("ascii", StringComparison.OrdinalIgnoreCase) => (nameof(options.Encoding), "is neither ascii nor utf-8."),
        { MaxLineLength: < 40 or > 900 } => (nameof(options.MaxLineLength), "is not between 40 and 900."),
        { QuietHoldSeconds: < 1 or > 86_400 } => (nameof(options.QuietHoldSeconds), "is not between 1 and 86400."),
        _ when options.SiteCommands.Any(s => string.IsNullOrWhiteSpace(s) || s.Any(char.IsControl)) => (nameof(options.SiteCommands), "holds an empty line or a control character."),
        _ => LimitSettings.Problem((nameof(options.AtOnce), options.AtOnce), (nameof(options.PerSecond), options.PerSecond)),
    };

    private static ValidateOptionsResult Fail(string setting, string why) =>
        ValidateOptionsResult.Fail($"{SettingNames.Of(SnppOptions.Name, setting)} {why}");
}
