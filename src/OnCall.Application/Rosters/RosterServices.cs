using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Export;
using OnCall.Application.Rosters.Feeds;
using OnCall.Application.Rosters.Gaps;
using OnCall.Application.Rosters.Mine;
using OnCall.Application.Rosters.Paper;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Reports;
using OnCall.Application.Rosters.Rotations;
using OnCall.Application.Rosters.Search;
using OnCall.Application.Rosters.Shifts;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Application.Rosters.Swaps;
using OnCall.Application.Rosters.Timeline;
using OnCall.Application.Rosters.Uploads;
using OnCall.Application.Rosters.WhoIsOn;

namespace OnCall.Application.Rosters;

/// <summary>The use cases of rosters.</summary>
internal static class RosterServices
{
    internal static IServiceCollection AddRosters(this IServiceCollection services) => services
        .AddSingleton(new HouseZone(DateTimeZone.Utc))
        .AddSingleton<RosterSignal>()
        .AddSingleton<RoleScopes>()
        .AddSingleton<ScheduledRoles>()
        .AddSingleton<PlanStaffReview>()
        .AddSingleton<RosterMatching>()
        .AddSingleton<UploadReview>()
        .AddSingleton<UploadRoster>()
        .AddSingleton<ReadRosterUpload>()
        .AddSingleton<PublishRoster>()
        .AddSingleton<RollBackRoster>()
        .AddSingleton<ListRosterUploads>()
        .AddSingleton<CoverNotices>()
        .AddSingleton<AddCover>()
        .AddSingleton<CoverMyself>()
        .AddSingleton<RemoveCover>()
        .AddSingleton<SnapshotReader>()
        .AddSingleton<RosterSnapshots>()
        .AddSingleton<ResolveRole>()
        .AddSingleton<ReadWhoIsOn>()
        .AddSingleton<ReadCoverageReport>()
        .AddSingleton<ReadTimeline>()
        .AddSingleton<ReadStretch>()
        .AddSingleton<ShiftReview>()
        .AddSingleton<ShiftNotices>()
        .AddSingleton<ChangeShifts>()
        .AddSingleton<SearchRoles>()
        .AddSingleton<FavouriteRoles>()
        .AddSingleton<LastCallback>()
        .AddSingleton<RosterSelection>()
        .AddSingleton<ReadRoster>()
        .AddSingleton<FindRosterGaps>()
        .AddSingleton<FindUnreachable>()
        .AddSingleton<FeedCalendars>()
        .AddSingleton<ReadFeed>()
        .AddSingleton<RenewFeed>()
        .AddSingleton<RevokeFeed>()
        .AddSingleton<ReadMyShifts>()
        .AddSingleton<ExportRoster>()
        .AddSingleton<PaperRecord>()
        .AddSingleton<PaperSheets>()
        .AddSingleton<ReadPaper>()
        .AddSingleton<PrintPaper>()
        .AddSingleton<GapReader>()
        .AddSingleton<WarnOfGaps>()
        .AddSwaps()
        .AddRotations()
        .AddPulls();
}
