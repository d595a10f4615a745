using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>How a lead is written.</summary>
internal static class LeadName
{
    public static string Of(GapLead lead) => lead switch
    {
        GapLead.ThreeDays => "72h",
        GapLead.Day => "24h",
        GapLead.Hour => "1h",
        GapLead.Running => "now",
    };
}
