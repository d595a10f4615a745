namespace OnCall.Api.Endpoints.Pages;

/// <param name="Reply">The words that go with passing it on, at most 200 characters.</param>
internal sealed record DeclineBody(string? Reply);
