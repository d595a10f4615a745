using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Accounts;

/// <summary>Somebody has shown one thing, and is to show a second before they are in.</summary>
/// <param name="Version">Of the account when they showed it: worth nothing once password, authenticator or sessions are changed or ended.</param>
/// <param name="Key">The key that was shown, where it was one.</param>
/// <param name="Shared">Whether others use this computer too.</param>
/// <param name="To">Where they wanted to go.</param>
/// <param name="Secret">Of the authenticator that they are setting up, in base32; null when they have one.</param>
internal sealed record PendingSignIn(Guid Person, int Version, SignInWay Way, Guid? Key, bool Shared, string? To, string? Secret);
