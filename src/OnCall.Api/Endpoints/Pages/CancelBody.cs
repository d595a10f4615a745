namespace OnCall.Api.Endpoints.Pages;

/// <param name="Reason">Why it is not needed any more, at most 400 characters.</param>
internal sealed record CancelBody(string? Reason);
