using System.Text;
using Microsoft.Net.Http.Headers;
using OnCall.Application.Audit;

namespace OnCall.Api.Endpoints.Audit;

/// <summary>Sends entries as a file to be saved, as they are read: however many there are, a part of them is in memory at a time.</summary>
internal sealed class AuditCsvResult(AuditExport export) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "audit.csv" }.ToString();

        // With the mark by which spreadsheets know the encoding.
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);
        await foreach (var line in export.Lines.WithCancellation(httpContext.RequestAborted))
        {
            await writer.WriteAsync(line);
        }
    }
}
