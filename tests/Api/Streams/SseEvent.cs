namespace OnCall.Api.Tests.Streams;

/// <summary>One event of a stream, with the last id that was told until then.</summary>
internal sealed record SseEvent(string Kind, string Data, string? Id);
