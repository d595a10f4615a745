using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OnCall.Application.Rosters.Export;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary>
/// Sends a roster file to be saved. It is written whole before the first byte goes out, beyond 1 MiB on disk: the writers do not wait for a
/// slow reader, and a failure is still answered as one.
/// </summary>
internal sealed class ExportResult(RosterExport export) : IResult
{
    /// <summary>The IANA zone by whose wall clock the file is written.</summary>
    internal const string ZoneHeader = "X-OnCall-Time-Zone";

    private const int InMemory = 1024 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var file = new FileBufferingWriteStream(InMemory);
        export.Write(file);
        var response = httpContext.Response;
        response.ContentType = export.ContentType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = export.FileName }.ToString();
        response.Headers[ZoneHeader] = export.Zone.Id;
        await file.DrainBufferAsync(response.Body, httpContext.RequestAborted);
    }
}
