namespace OnCall.Api.Auth.OpenId;

/// <summary>Why somebody did not come in by the provider, as the sign-in screen tells it.</summary>
internal enum OpenIdTrouble
{
    /// <summary>The provider does not answer.</summary>
    Away,

    /// <summary>The provider refused, or the person went back.</summary>
    Denied,

    /// <summary>The answer belongs to no sign-in that this browser has begun lately.</summary>
    Lost,

    /// <summary>The provider's answer does not hold what it should, or is not from it.</summary>
    Untrusted,

    /// <summary>The person is not in the directory, or has left.</summary>
    Unknown,

    /// <summary>A second factor is wanted, and the person's is a passkey.</summary>
    Passkey,
}
