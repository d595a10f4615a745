namespace OnCall.Api.Auth.Accounts;

/// <summary>What came of a number and a password.</summary>
/// <param name="Proof">Null when they do not fit.</param>
/// <param name="DirectoryIsAway">The hospital's directory, which would know, gave no answer.</param>
internal sealed record PasswordOutcome(Proof? Proof, bool DirectoryIsAway)
{
    internal static PasswordOutcome Refused { get; } = new(null, false);

    internal static PasswordOutcome NoDirectory { get; } = new(null, true);
}
