namespace OnCall.Api.Endpoints.Pages;

/// <param name="Role">Code, name or alias of the role that gets it.</param>
internal sealed record RerouteBody(string? Role);
