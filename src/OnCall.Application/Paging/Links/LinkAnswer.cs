using OnCall.Domain.Paging;

namespace OnCall.Application.Paging.Links;

/// <summary>What is shown of a link: no more than the message itself said.</summary>
/// <param name="Page">Null, as all that follows, where the link is worth nothing.</param>
/// <param name="ReadsBack">A critical result: the value is wanted back.</param>
public sealed record LinkAnswer(LinkStanding Standing, PageId? Page, string? Name, string? RoleName, Urgency? Urgency, PageReference? Reference, bool ReadsBack)
{
    internal static LinkAnswer Nothing(LinkStanding standing) => new(standing, null, null, null, null, null, false);
}
