using OnCall.Domain.Notifications;

namespace OnCall.Domain.Notices;

/// <summary>Who signs in as a person has added or removed a contact method of theirs; a stolen session must not do so unseen.</summary>
/// <param name="Added">False: removed.</param>
/// <param name="Method">The kind of it.</param>
/// <param name="Ending">The last three characters of its address, so that it is known again; empty where it is too short for that.</param>
public sealed record OwnContactFacts(bool Added, ContactMethodKind Method, string Ending) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.OwnContact;

    public override string ToLine() =>
        $"OnCall: you {(Added ? "added" : "removed")} a contact method: {Named}{(Ending.Length > 0 ? " …" + Ending : "")}. If it was not you, tell an administrator at once and sign out everywhere.";

    public override string ToPagerLine() => $"OnCall CONTACT {(Added ? "ADDED" : "REMOVED")} {Method.ToString().ToUpperInvariant()} {Ending}".TrimEnd();

    public override string ToSpeech() =>
        $"This is OnCall. You {(Added ? "added" : "removed")} a contact method: {Named}. If it was not you, tell an administrator at once.";

    private string Named => Method switch
    {
        ContactMethodKind.InApp => "the inbox",
        ContactMethodKind.Push => "a device",
        ContactMethodKind.Sms => "text messages",
        ContactMethodKind.Voice => "calls",
        ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap => "a pager",
        ContactMethodKind.Mail => "mail",
    };
}
