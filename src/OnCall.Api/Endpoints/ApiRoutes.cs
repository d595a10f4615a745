using OnCall.Api.Description;
using OnCall.Api.Endpoints.Access;
using OnCall.Api.Endpoints.Alarms;
using OnCall.Api.Endpoints.Audit;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Endpoints.Feeds;
using OnCall.Api.Endpoints.Me;
using OnCall.Api.Endpoints.Notices;
using OnCall.Api.Endpoints.Pages;
using OnCall.Api.Endpoints.Retention;
using OnCall.Api.Endpoints.Rosters;
using OnCall.Api.Limits;

namespace OnCall.Api.Endpoints;

/// <summary>Everything under <c>/api/v1</c>, a feature a line.</summary>
internal static class ApiRoutes
{
    internal static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").Refuses(ProblemTypes.Unauthenticated, ProblemTypes.HttpsNeeded, ProblemTypes.Unexpected, DatabaseProblems.Away, DatabaseProblems.OutcomeUnknown).Limited();
        api.MapPages();
        api.MapBreakGlass();
        api.MapPresets();
        api.MapInbox();
        api.MapNotices();
        api.MapAlarms();
        api.MapOrgUnits();
        api.MapPeople();
        api.MapPreferences();
        api.MapOwnContacts();
        api.MapDevices();
        api.MapMyShifts();
        api.MapResolve();
        api.MapRoleSearch();
        api.MapRoles();
        api.MapPolicies();
        api.MapRosters();
        api.MapReports();
        api.MapExport();
        api.MapMyFeeds();
        api.MapShifts();
        api.MapCovers();
        api.MapSwaps();
        api.MapRotations();
        api.MapRosterPulls();
        api.MapKeys();
        api.MapAccounts();
        api.MapAudit();
        api.MapRetention();
        api.MapPageExports();
    }
}
