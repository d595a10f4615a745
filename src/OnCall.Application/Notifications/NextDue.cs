using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>When there is something to send by a kind of contact method.</summary>
/// <param name="Urgency">Of what is due. The end of a claim counts as the highest: whose it was is looked at when it is claimed anew.</param>
public sealed record NextDue(ContactMethodKind Kind, Urgency Urgency, Instant At);
