namespace OnCall.Api.Endpoints.Rosters;

/// <summary>A written answer, cut where its instant stands.</summary>
internal sealed record ResolvedBody(byte[] Head, byte[] Tail);
