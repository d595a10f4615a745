using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using OnCall.Application.Rosters.Feeds;

namespace OnCall.Api.Endpoints.Feeds;

/// <summary>
/// Sends a feed, or 304 to a calendar that has it already (RFC 9110, section 13). Only <c>If-None-Match</c> is asked:
/// a feed may change twice within a second, which <c>If-Modified-Since</c> cannot tell.
/// </summary>
internal sealed class FeedResult(FeedText feed) : IResult
{
    internal const string ContentType = "text/calendar; charset=utf-8";

    // Private: a cache that several people share must not keep it.
    private const string Kept = "private, max-age=300";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(feed.Text);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"");
        var headers = httpContext.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = feed.ChangedAt.ToDateTimeOffset();
        httpContext.Response.Headers.CacheControl = Kept;
        if (IsKnown(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    // Section 13.1.2: compared weakly, since a proxy may have made the tag weak.
    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
