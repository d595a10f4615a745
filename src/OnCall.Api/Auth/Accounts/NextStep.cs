namespace OnCall.Api.Auth.Accounts;

/// <summary>What comes after somebody has shown one thing.</summary>
internal enum NextStep
{
    /// <summary>They are in.</summary>
    In,

    /// <summary>A code of their authenticator, or a recovery code.</summary>
    Code,

    /// <summary>They must have a second factor and have none: they set one up now.</summary>
    Enrol,

    /// <summary>They must have a second factor, and theirs is a passkey: they sign in by that.</summary>
    Passkey,
}
