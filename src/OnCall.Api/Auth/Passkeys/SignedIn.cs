namespace OnCall.Api.Auth.Passkeys;

/// <summary>Somebody is in.</summary>
/// <param name="To">The path to go on to.</param>
internal sealed record SignedIn(string To);
