using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Wording;

/// <summary>Kinds of contact methods for those who set them up: the three sorts of pager by their protocols.</summary>
internal static class ChannelKindText
{
    internal static string Of(Texts t, ContactMethodKind kind) => kind switch
    {
        ContactMethodKind.Snpp => t.Sentence("Pager (SNPP)"),
        ContactMethodKind.Wctp => t.Sentence("Pager (WCTP)"),
        ContactMethodKind.Tap => t.Sentence("Pager (TAP)"),
        ContactMethodKind.InApp => t["In the app"],
        ContactMethodKind.Push => t["Push"],
        ContactMethodKind.Sms => t["SMS"],
        ContactMethodKind.Voice => t["Voice call"],
        ContactMethodKind.Mail => t["Mail"],
    };
}
