namespace OnCall.Api.Limits;

/// <summary>What sort of caller a limit counts.</summary>
internal enum LimitedKind
{
    /// <summary>Nobody: what is asked is never limited.</summary>
    Free,
    Key,
    Person,

    /// <summary>Whoever asks from an address without a valid key or session.</summary>
    Address,

    /// <summary>Whoever tries to sign in from an address.</summary>
    SignIn,
}
