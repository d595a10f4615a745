using OnCall.Domain.Notifications;

namespace OnCall.Domain.Alarms;

/// <summary>What people call a channel.</summary>
internal static class ChannelName
{
    /// <summary>As the API writes the kind: <c>sms</c>, <c>inApp</c>.</summary>
    internal static string Subject(ContactMethodKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    internal static string Of(ContactMethodKind kind) => kind switch
    {
        ContactMethodKind.InApp => "In-app",
        ContactMethodKind.Push => "Push",
        ContactMethodKind.Sms => "SMS",
        ContactMethodKind.Voice => "Voice",
        ContactMethodKind.Snpp => "Pager (SNPP)",
        ContactMethodKind.Wctp => "Pager (WCTP)",
        ContactMethodKind.Tap => "Pager (TAP)",
        ContactMethodKind.Mail => "Mail",
    };
}
