using System.Net;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.OpenId;

/// <summary>What a bearer token opens.</summary>
internal static class Opening
{
    public static async Task<HttpStatusCode> OpensAsync(this ApiHost host, string token)
    {
        using var client = host.With(token);
        return (await client.GetPathAsync("/api/v1/me/inbox")).StatusCode;
    }
}
