namespace OnCall.Domain.Notifications;

/// <summary>
/// One way to reach a person, or the holder of a role's own device.
/// An unverified method is tried, but never counts as reachable and cannot acknowledge.
/// </summary>
/// <param name="Address">E.164 number, device token, pager id or mail address, as the channel wants it.</param>
/// <param name="OptedOut">The person told the provider to send nothing more there, and has not opted in again since.</param>
public sealed record ContactMethod(ContactMethodId Id, ContactMethodKind Kind, string Address, bool Verified, bool OptedOut = false)
{
    /// <summary>Whether a page may rely on it. Others are tried as well, since that costs nothing, and nobody waits for them.</summary>
    public bool Counts => Verified && !OptedOut;
}
