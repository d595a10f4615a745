namespace OnCall.Api.Endpoints.Pages;

/// <param name="Body">The message, 1 to 2,000 characters. It stays in the building.</param>
internal sealed record MessageBody(string? Body);
