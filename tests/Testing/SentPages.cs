using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Testing;

/// <summary>What a channel was given about a page.</summary>
public static class SentPages
{
    /// <summary>Its text; fails for a notice's.</summary>
    public static ExternalText PageText(this OutgoingNotification sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return (ExternalText)sent.Text;
    }
}
