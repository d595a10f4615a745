using OnCall.Domain.Paging;

namespace OnCall.Domain.Notices;

/// <summary>Somebody reads a page that they have no part in.</summary>
/// <param name="Name">Whose hand it was.</param>
/// <param name="RoleName">The role that the page asks.</param>
public sealed record GlassBrokenFacts(string Name, string EmployeeNo, string RoleName, PageReference Reference) : NoticeFacts
{
    public override NoticeKind Kind => NoticeKind.GlassBroken;

    public override string ToLine() => $"OnCall: {Name} ({EmployeeNo}) reads page {Reference} to {RoleName} by break-glass for 1 h. Look into the audit trail.";

    public override string ToPagerLine() => $"OnCall BREAK-GLASS {EmployeeNo} {Reference}";

    public override string ToSpeech() => $"This is OnCall. {Name} reads a page to {RoleName} by break-glass.";
}
