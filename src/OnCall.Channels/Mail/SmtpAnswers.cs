using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using OnCall.Application.Notifications;

namespace OnCall.Channels.Mail;

/// <summary>What replies of a mail server mean (RFC 5321, section 4.2). Of its words none is kept: they quote addresses.</summary>
internal static class SmtpAnswers
{
    public static DeliveryAnswer Taken(string messageId) => new(DeliveryStatus.Accepted, messageId, "Mail: the server took it");

    /// <summary>Whatever the server said of the recipient or of the message; or what kept it from saying anything.</summary>
    public static DeliveryAnswer Of(SmtpException error)
    {
        var code = (int)error.StatusCode;
        return error is SmtpFailedRecipientException ? Refused(code, isProvider: false)
            : code > 0 ? Refused(code, isProvider: !IsOfTheMessage(code))
            : error.GetBaseException() is SocketException ? Failed("no connection")
            : error.GetBaseException() is AuthenticationException ? Failed("no trusted certificate")
            : error.InnerException is null ? Failed("the server offers no TLS, or no way to sign in that is known here")
            : Lost("the connection broke off");
    }

    /// <summary>Nobody knows: it may have left.</summary>
    public static DeliveryAnswer Lost(string why) => new(DeliveryStatus.Indeterminate, null, $"Mail: {why}") { ProviderFault = true };

    private static DeliveryAnswer Failed(string why) => new(DeliveryStatus.FailedForNow, null, $"Mail: {why}") { ProviderFault = true };

    private static DeliveryAnswer Refused(int code, bool isProvider)
    {
        // Of our account, our sender or the whole server a later try may find another word; of one recipient 5yz is for good.
        var status = !isProvider && code >= 500 ? DeliveryStatus.FailedForGood : DeliveryStatus.FailedForNow;
        return new DeliveryAnswer(status, null, string.Create(CultureInfo.InvariantCulture, $"Mail: refused (SMTP {code})")) { ProviderFault = isProvider };
    }

    // The mailbox is full, or the message is more than it takes.
    private static bool IsOfTheMessage(int code) => code is 452 or 552;
}
