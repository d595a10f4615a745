using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Paging;

/// <summary>
/// A call to a role that wants an acknowledgement, as it was sent. Subject, body, patient reference and replies never leave the building.
/// </summary>
/// <param name="Role">The role that was asked for; the escalation knows the one that is asked now.</param>
/// <param name="Replies">The sender's own choices of answer.</param>
/// <param name="Sender">Null for an integration.</param>
public sealed record Page(
    PageId Id,
    PageReference Reference,
    RoleId Role,
    Urgency Urgency,
    string? Subject,
    string? Body,
    string? PatientRef,
    Callback? Callback,
    IReadOnlyList<string> Replies,
    PersonId? Sender,
    string SenderName,
    Instant SentAt);
