using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory.Preferences;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/me/preferences</c>.</summary>
internal static class PreferenceEndpoints
{
    internal static void MapPreferences(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me/preferences").WithTags("People");
        mine.MapGet("", ReadAsync).WithSummary("Read by what I want to be asked, and what comes of it").IsRead<PreferencesView>();
        mine.MapPut("", PutAsync).WithSummary("Say by what I want to be asked, and how soon")
            .WithDescription("A preference moves a contact method in time and takes none away. A code rings by everything at once, and one verified method asks within 60 s, whatever is preferred.")
            .Produces<PreferencesView>().TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.InvalidInput, ProblemTypes.ChangedMeanwhile);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, PutPreferences use, CancellationToken cancellationToken) =>
        (await use.ReadAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> PutAsync(HttpContext context, PutPreferencesRequest body, PutPreferences use, CancellationToken cancellationToken) =>
        (await use.RunAsync(context.Caller(), body, cancellationToken)).ToResult();
}
