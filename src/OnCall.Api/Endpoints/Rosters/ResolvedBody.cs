namespace OnCall.Api.Endpoints.Rosters;

/// <summary>A written answer, cut where its instant stands.</summary>
internal sealed record ResolvedBody(byte[] Head, byte[] Tail)
{
    /// <summary>In bytes, to the millisecond: <c>2026-10-25T00:30:00.123Z</c>.</summary>
    public const int LongestInstant = 24;
}
