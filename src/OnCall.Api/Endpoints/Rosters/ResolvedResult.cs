using System.Buffers;
using NodaTime;
using OnCall.Api.Json;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary>Sends a written answer for one instant.</summary>
internal sealed class ResolvedResult(ResolvedBody body, Instant at) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Span<byte> instant = stackalloc byte[InstantJson.Longest];
        instant = instant[..InstantJson.Write(at, instant)];
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Head.Length + instant.Length + body.Tail.Length;
        var writer = response.BodyWriter;
        writer.Write(body.Head);
        writer.Write(instant);
        writer.Write(body.Tail);
        return writer.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
