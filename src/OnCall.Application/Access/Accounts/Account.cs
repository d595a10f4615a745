using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Accounts;

/// <summary>How a person signs in by password. Everybody has one, with nothing in it until a password is set.</summary>
/// <param name="EmployeeNo">The name to sign in with.</param>
/// <param name="Active">Whether the person still works here.</param>
/// <param name="PasswordHash">Null for who has none here.</param>
/// <param name="TotpSecret">The authenticator's secret, sealed by the server; null without an authenticator.</param>
/// <param name="SecondFactor">Whether the authenticator was shown to work, so that its codes are asked for.</param>
/// <param name="Version">Raised by every change; 0 when nothing was ever set.</param>
public sealed record Account(
    PersonId Person, string EmployeeNo, string Name, bool Active, string? PasswordHash, string? TotpSecret, bool SecondFactor, Instant? LockedUntil, int Version);
