using OnCall.Domain.Notifications;

namespace OnCall.Domain.Notices;

/// <summary>A contact method by which a notice is sent.</summary>
/// <param name="Place">0 goes at once; each later place when all before it have failed.</param>
public sealed record PlannedDelivery(ContactMethod Method, int Place);
