namespace OnCall.Domain.Alarms;

/// <summary>The disk under the data directory, in bytes.</summary>
public sealed record DiskSpace(long Free, long Size);
