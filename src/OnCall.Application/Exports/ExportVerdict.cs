namespace OnCall.Application.Exports;

/// <summary>Whether a file is byte for byte what this installation exported.</summary>
/// <param name="Why">In words.</param>
/// <param name="Key">The id of the key that the file names; null where it names none.</param>
/// <param name="Sha256">Of the whole file, in lower-case hex: the audit entry of a genuine export has the same.</param>
public sealed record ExportVerdict(bool Genuine, string Why, string? Key, string Sha256);
