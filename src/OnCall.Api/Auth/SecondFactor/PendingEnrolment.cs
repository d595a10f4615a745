namespace OnCall.Api.Auth.SecondFactor;

/// <summary>Somebody who is signed in was shown the secret of a new authenticator, and is to show that it works.</summary>
/// <param name="Version">Of the account when it was shown.</param>
/// <param name="Secret">In base32.</param>
internal sealed record PendingEnrolment(Guid Person, int Version, string Secret);
