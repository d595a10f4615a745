namespace OnCall.Domain.Notices;

/// <summary>What somebody else changed about how its reader is reached and may be acted for. Stored by name.</summary>
public enum SignInChange
{
    /// <summary>Somebody else made a key that signs in as its reader.</summary>
    KeyMade,

    /// <summary>Such a key has ended, since its reader may more than before.</summary>
    KeyEnded,

    /// <summary>So has an invitation.</summary>
    InvitationEnded,

    /// <summary>Somebody else entered a verified contact method, or took one away.</summary>
    ContactsChanged,
}
