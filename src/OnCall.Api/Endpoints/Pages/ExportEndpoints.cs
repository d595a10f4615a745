using System.Text;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Exports;
using OnCall.Domain.Paging;

namespace OnCall.Api.Endpoints.Pages;

/// <summary>A page as a signed file for a case review, and whether such a file is genuine.</summary>
internal static class ExportEndpoints
{
    internal static void MapPageExports(this IEndpointRouteBuilder api)
    {
        var pages = api.MapGroup("/pages").WithTags("Pages");
        pages.MapPost("/{id:guid}/export", ExportAsync).WithSummary("Export a page as a signed file for a case review")
            .WithDescription("For administrators and auditors of its unit. Everything of the page with its audit entries; who exported it, when and why stands on every printed page. An audit entry has the file's SHA-256.")
            .Produces<PageExport>().Produces<string>(200, "text/html")
            .TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPage);
        pages.MapPost("/exports/verify", VerifyAsync).WithSummary("Check whether an exported file is byte for byte what was exported")
            .WithDescription("By the signature at its end and the keys of this installation. Nothing is stored. A file of more than 1 MiB is checked by the command export verify.")
            .Produces<ExportVerdict>().TakesJson().Changes();
        pages.MapGet("/exports/keys", KeysAsync).WithSummary("Read the public keys that exports are signed with, the newest first").Produces<ListOf<SigningKeyView>>();
    }

    private static async Task<IResult> ExportAsync(HttpContext context, Guid id, ExportBody body, ExportPage export, CancellationToken cancellationToken)
    {
        var answer = await export.RunAsync(context.Caller(), new PageId(id), body, cancellationToken);
        return answer.Ok ? TypedResults.File(answer.Value.Content, answer.Value.MediaType, answer.Value.Name) : Problem.From(answer.Refusal);
    }

    private static async Task<IResult> VerifyAsync(VerifyBody body, VerifyExport verify, CancellationToken cancellationToken) => string.IsNullOrEmpty(body.File)
        ? Problem.From(Refusal.Invalid(new InputProblem("file", "Send the text of the whole file.")))
        : TypedResults.Ok(await verify.RunAsync(Encoding.UTF8.GetBytes(body.File), cancellationToken));

    private static async Task<IResult> KeysAsync(ReadSigningKeys read, CancellationToken cancellationToken) => TypedResults.Ok(await read.RunAsync(cancellationToken));
}
