using Microsoft.Extensions.Options;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Mail;

/// <summary>Settings that no mail could be sent by, or that would show a password on the wire.</summary>
internal sealed class SmtpOptionsValidator : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        if (!options.IsConfigured)
        {
            return options is { User: null or "", Password: null or "", From: null or "", AtOnce: null, PerSecond: null }
                ? ValidateOptionsResult.Skip
                : Fail(nameof(options.Host), "is missing, though other settings of mail are there.");
        }

        return Problem(options) is var (setting, why) ? Fail(setting, why) : ValidateOptionsResult.Success;
    }

    private static (string Setting, string Why)? Problem(SmtpOptions options) => options switch
    {
        { Port: < 1 or > 65_535 } => (nameof(options.Port), "is not between 1 and 65535."),
        { From: null or "" } => (nameof(options.From), "is missing: the address that mails come from."),
        _ when ContactAddress.Problem(ContactMethodKind.Mail, options.From!) is not null => (nameof(options.From), "is not a mail address, such as oncall@hospital.example."),
        { User: null or "", Password: { Length: > 0 } } => (nameof(options.User), "is missing, though Password is set."),
        { User: { Length: > 0 }, Password: null or "" } => (nameof(options.Password), "is missing, though User is set."),
        { User: { Length: > 0 }, StartTls: false } => (nameof(options.StartTls), "is false, though User is set: the password would be readable on the wire."),
        _ => LimitSettings.Problem((nameof(options.AtOnce), options.AtOnce), (nameof(options.PerSecond), options.PerSecond)),
    };

    private static ValidateOptionsResult Fail(string setting, string why) => ValidateOptionsResult.Fail($"{SettingNames.Of(SmtpOptions.Name, setting)} {why}");
}
