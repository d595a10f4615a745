namespace OnCall.Application.Rosters.Files;

/// <summary>An uploaded file, whole and within the size limit.</summary>
/// <param name="Name">As the uploader's machine calls it; without a path.</param>
public sealed record RosterFile(string Name, ReadOnlyMemory<byte> Content);
