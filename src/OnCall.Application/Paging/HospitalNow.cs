using OnCall.Domain.Escalation;

namespace OnCall.Application.Paging;

/// <summary>The hospital as the database showed it, and the roster stamp that it belongs to.</summary>
public sealed record HospitalNow(Situation Situation, long RosterStamp);
