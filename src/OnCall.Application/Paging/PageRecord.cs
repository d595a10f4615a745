using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>A page and how far it has got, as one read of the database found them.</summary>
public sealed record PageRecord(Page Page, Escalation Escalation);
