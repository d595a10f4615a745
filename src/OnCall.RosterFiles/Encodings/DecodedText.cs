namespace OnCall.RosterFiles.Encodings;

/// <summary>The text of a file, or why it has none.</summary>
/// <param name="Text">Null when the bytes are no text in the encoding.</param>
/// <param name="Encoding">The encoding by its usual name, <c>unknown</c> when none fits.</param>
/// <param name="BadLine">The first line, from 1, that cannot be decoded; 0 when that is not known.</param>
internal sealed record DecodedText(string? Text, string Encoding, int BadLine);
