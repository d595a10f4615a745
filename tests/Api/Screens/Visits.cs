namespace OnCall.Api.Tests.Screens;

/// <summary>Notes every address that a browser asks for.</summary>
internal sealed class Visits(List<string> visited) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        visited.Add(request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
