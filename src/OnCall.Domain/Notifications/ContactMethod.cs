namespace OnCall.Domain.Notifications;

/// <summary>
/// One way to reach a person, or the holder of a role's own device.
/// An unverified method is tried, but never counts as reachable and cannot acknowledge.
/// </summary>
/// <param name="Address">E.164 number, device token, pager id or mail address, as the channel wants it.</param>
public sealed record ContactMethod(ContactMethodId Id, ContactMethodKind Kind, string Address, bool Verified);
