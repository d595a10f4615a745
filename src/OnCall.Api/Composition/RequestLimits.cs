using Microsoft.AspNetCore.Http.Metadata;

namespace OnCall.Api.Composition;

/// <summary>Lets one endpoint take larger bodies than the rest.</summary>
internal static class RequestLimits
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="bytes">The largest body that it takes.</param>
    internal static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder endpoint, long bytes) => endpoint.WithMetadata(new Limit(bytes));

    private sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
