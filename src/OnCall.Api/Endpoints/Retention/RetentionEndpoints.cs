using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Retention;
using OnCall.Domain.Retention;

namespace OnCall.Api.Endpoints.Retention;

/// <summary>How long things are kept, what is held, and what went.</summary>
internal static class RetentionEndpoints
{
    internal static void MapRetention(this IEndpointRouteBuilder api)
    {
        var kept = api.MapGroup("/retention").WithTags("Retention").Refuses(ProblemTypes.Forbidden);
        kept.MapGet("/rules", RulesAsync).WithSummary("Read how long everything is kept")
            .WithDescription("A line for each class for the whole hospital, and one for each unit that says otherwise. Days null: for ever.")
            .Produces<ListOf<RetentionRuleView>>();
        kept.MapPut("/rules/{class}", PutAsync).WithSummary("Say how long a class is kept in a unit, or in the whole hospital")
            .WithDescription("The nearest unit's rule holds, upwards; then the hospital's. The next run of the purge goes by it: ask the forecast first.")
            .Produces<RetentionRuleView>().TakesJson().Changes();
        kept.MapDelete("/rules/{class}", RemoveAsync).WithSummary("Take a rule back: what is said above holds")
            .Produces(204).Changes().Refuses(ProblemTypes.UnknownRetentionRule, ProblemTypes.InvalidInput);
        kept.MapGet("/forecast", ForecastAsync).WithSummary("Count what the next run of the purge would do; nothing is changed")
            .WithDescription("With a class and days, as if that rule stood already.")
            .Produces<RetentionForecast>().Refuses(ProblemTypes.InvalidInput, ProblemTypes.InvalidParameter);
        kept.MapGet("/holds", HoldsAsync).WithSummary("List the legal holds, also those that were lifted, the newest first").Produces<ListOf<HoldView>>();
        kept.MapPost("/holds", PlaceAsync).WithSummary("Place a legal hold on a page, a person or a unit")
            .WithDescription("From the answer on nothing of it is purged until it is lifted.")
            .Produces<HoldView>(201).TakesJson().Changes();
        kept.MapPost("/holds/{id:guid}/lift", LiftAsync).WithSummary("Lift a legal hold")
            .Produces<HoldView>().TakesJson().Changes().Refuses(ProblemTypes.UnknownHold, ProblemTypes.HoldLifted);
        kept.MapGet("/runs", RunsAsync).WithSummary("Read the reports of the purge, the newest first").Produces<ListOf<RetentionRunView>>().Refuses(ProblemTypes.InvalidInput);
        kept.MapGet("/runs.csv", CsvAsync).WithSummary("The reports of the purge as CSV").Produces<string>(200, "text/csv");
    }

    private static async Task<IResult> RulesAsync(HttpContext context, ReadRetentionRules read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> PutAsync(HttpContext context, string @class, RetentionRuleBody body, PutRetentionRule put, CancellationToken cancellationToken) =>
        (await put.RunAsync(context.Caller(), @class, body, cancellationToken)).ToResult();

    private static async Task<IResult> RemoveAsync(HttpContext context, string @class, string? orgUnit, PutRetentionRule put, CancellationToken cancellationToken) =>
        (await put.RemoveAsync(context.Caller(), @class, orgUnit, cancellationToken)).ToNoContent();

    private static async Task<IResult> ForecastAsync(
        HttpContext context, ForecastRetention forecast, string? @class, string? orgUnit, int? days, CancellationToken cancellationToken) =>
        (await forecast.RunAsync(context.Caller(), @class, new RetentionRuleBody(orgUnit, days), cancellationToken)).ToResult();

    private static async Task<IResult> HoldsAsync(HttpContext context, ReadHolds read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> PlaceAsync(HttpContext context, HoldBody body, PlaceHold place, CancellationToken cancellationToken) =>
        (await place.RunAsync(context.Caller(), body, cancellationToken)).ToResult(_ => "/api/v1/retention/holds");

    private static async Task<IResult> LiftAsync(HttpContext context, Guid id, LiftBody body, LiftHold lift, CancellationToken cancellationToken) =>
        (await lift.RunAsync(context.Caller(), new HoldId(id), body.Reason, cancellationToken)).ToResult();

    private static async Task<IResult> RunsAsync(HttpContext context, ReadRetentionRuns read, string? cursor, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cursor, cancellationToken)).ToResult();

    private static async Task<IResult> CsvAsync(HttpContext context, ReadRetentionRuns read, CancellationToken cancellationToken)
    {
        var answer = await read.CsvAsync(context.Caller(), cancellationToken);
        if (!answer.Ok)
        {
            return Problem.From(answer.Refusal);
        }

        // With the mark by which spreadsheets know the encoding.
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes("\uFEFF" + answer.Value), "text/csv; charset=utf-8", "retention-runs.csv");
    }
}
