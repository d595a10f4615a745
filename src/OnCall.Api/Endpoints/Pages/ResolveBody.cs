namespace OnCall.Api.Endpoints.Pages;

/// <param name="Outcome">What came of it, 1 to 400 characters.</param>
internal sealed record ResolveBody(string? Outcome);
