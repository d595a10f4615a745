namespace OnCall.Application.Telemetry;

/// <summary>Why a request was refused, as logs and metrics tell it. What is a slip of the pen (404, 422) is none of them.</summary>
public enum RefusalReason
{
    /// <summary>It came without key and session, where one is needed (401).</summary>
    NoKey,

    /// <summary>Its key, access token or session is not in force (401).</summary>
    WrongKey,

    /// <summary>The caller's permissions do not reach it (403).</summary>
    Forbidden,

    /// <summary>A sign-in, an invitation or the set-up did not go through (401).</summary>
    SignIn,

    /// <summary>The token in its address opens nothing (404; 409 of a link to acknowledge with).</summary>
    WrongToken,

    /// <summary>The provider's signature is missing or wrong, or it is about another account (403).</summary>
    UnsignedWebhook,

    /// <summary>It changes something and does not come from a screen of OnCall (400).</summary>
    ForgedRequest,

    /// <summary>It was asked too often (429).</summary>
    TooManyRequests,

    /// <summary>It came unencrypted where HTTPS is wanted (421).</summary>
    Unencrypted,
}
