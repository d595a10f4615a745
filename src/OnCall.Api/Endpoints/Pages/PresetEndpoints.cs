using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Limits;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Presets;

namespace OnCall.Api.Endpoints.Pages;

/// <summary><c>/api/v1/presets</c>: code teams, and the press that calls one.</summary>
internal static class PresetEndpoints
{
    internal static void MapPresets(this IEndpointRouteBuilder api)
    {
        var presets = api.MapGroup("/presets").WithTags("Presets");
        presets.MapGet("", ListAsync).WithSummary("List the presets").IsList<PresetView>();
        presets.MapGet("/{code}", FindAsync).WithSummary("Read a preset").IsRead<PresetView>().Refuses(ProblemTypes.UnknownPreset);
        presets.MapPut("/{code}", PutAsync).WithSummary("Create or change a preset: the roles that one press pages").IsPut<PresetView>();
        presets.MapDelete("/{code}", RemoveAsync).WithSummary("Remove a preset; pages that it made go on").Produces(204).Changes()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPreset);
        presets.MapPost("/{code}/set-off", SetOffAsync)
            .WithSummary("Page every role of a preset")
            .WithDescription(
                "Each role gets a page of its own, as if it were paged by itself. Where complete is false somebody was not called: the line of that role says why, "
                + "and the same Idempotency-Key sent again pages whoever is missing and nobody twice. 201 when a page was made, 200 when all stood already.")
            .Produces<SetOffView>(201).Produces<SetOffView>()
            .TakesJson().Changes().NeverLimited()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.KeyMissing, ProblemTypes.UnknownPreset, ProblemTypes.PresetNotActive, ProblemTypes.NobodyPaged, ProblemTypes.KeyReused);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, int? limit, ReadPresets read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), new ListRequest(cursor, limit), cancellationToken)).ToResult();

    private static async Task<IResult> FindAsync(HttpContext context, string code, ReadPresets read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> PutAsync(HttpContext context, string code, PutPresetRequest body, PutPreset put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("code", code, body.Code) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { Code = code }, cancellationToken)).ToResult(p => "/api/v1/presets/" + Uri.EscapeDataString(p.Code));

    private static async Task<IResult> RemoveAsync(HttpContext context, string code, RemovePreset remove, CancellationToken cancellationToken) =>
        (await remove.RunAsync(context.Caller(), code, cancellationToken)).ToNoContent();

    private static async Task<IResult> SetOffAsync(
        HttpContext context, string code, SetOffPreset setOff, SetOffRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken cancellationToken) =>
        (await setOff.RunAsync(context.Caller(), key, code, request, cancellationToken)).ToResult();
}
