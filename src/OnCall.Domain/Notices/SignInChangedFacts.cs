namespace OnCall.Domain.Notices;

/// <summary>How its reader may be acted for has changed.</summary>
/// <param name="By">Who made the key or the invitation, or changed the contact methods: an employee number, or the name of a system.</param>
public sealed record SignInChangedFacts(SignInChange What, string By) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.SignInChanged;

    public override string ToLine() => $"OnCall: {Said} {Advice}";

    public override string ToPagerLine() => What switch
    {
        SignInChange.KeyMade => $"OnCall KEY MADE BY {By}",
        SignInChange.KeyEnded => "OnCall KEY ENDED",
        SignInChange.InvitationEnded => "OnCall INVITATION ENDED",
        SignInChange.ContactsChanged => $"OnCall CONTACTS CHANGED BY {By}",
    };

    public override string ToSpeech() => $"This is OnCall. {Said} {Advice}";

    private string Said => What switch
    {
        SignInChange.KeyMade => $"{By} made a key that signs in as you.",
        SignInChange.KeyEnded => $"permissions have changed, and the key that {By} made for you has ended.",
        SignInChange.InvitationEnded => $"permissions have changed, and the invitation that {By} made for you has ended.",
        SignInChange.ContactsChanged => $"{By} changed the contact methods by which you are paged, and from which answers count as yours.",
    };

    private string Advice => What switch
    {
        SignInChange.KeyMade or SignInChange.ContactsChanged => "If you do not expect it, tell an administrator of the whole hospital.",
        SignInChange.KeyEnded or SignInChange.InvitationEnded => "Ask an administrator for a new one if you need it.",
    };
}
