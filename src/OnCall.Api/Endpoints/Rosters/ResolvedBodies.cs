using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using OnCall.Api.Json;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary>
/// Answers as they go out. While the same people answer for the same reasons, only <c>at</c> differs from one answer to the next:
/// the rest is written once, and forgotten with the snapshot that it belongs to.
/// </summary>
internal sealed class ResolvedBodies(IOptions<JsonOptions> json)
{
    private readonly ConditionalWeakTable<TimelineSegment, ResolvedBody> _written = [];

    public IResult Of(Resolving resolving)
    {
        if (resolving.Segment is not { } segment)
        {
            return TypedResults.Ok(resolving.View());
        }

        if (!_written.TryGetValue(segment, out var body))
        {
            body = Write(resolving.View());
            _written.AddOrUpdate(segment, body);
        }

        return new ResolvedResult(body, resolving.At);
    }

    private ResolvedBody Write(ResolveView view)
    {
        Span<byte> at = stackalloc byte[InstantJson.Longest];
        var length = InstantJson.Write(view.At, at);
        var text = JsonSerializer.SerializeToUtf8Bytes(view, json.Value.SerializerOptions);

        // Quotes within texts are escaped, so the first such member is the one of the answer itself.
        var start = text.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"at\":\"{Encoding.UTF8.GetString(at[..length])}\"")) + "\"at\":\"".Length;
        return new ResolvedBody(text[..start], text[(start + length)..]);
    }
}
