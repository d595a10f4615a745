namespace OnCall.Application.Sealing;

/// <summary>How many rows of a table hold words that the key of now has not sealed.</summary>
/// <param name="Plain">Stored before words were sealed.</param>
/// <param name="Retired">Sealed by a key that is retired, or by one that is lost.</param>
public sealed record WordsLeft(string Table, long Plain, long Retired);
