namespace OnCall.Application.Rosters.Paper;

/// <summary>A file to be put into the folder for paper.</summary>
/// <param name="Name">Without a path.</param>
public sealed record PaperFile(string Name, ReadOnlyMemory<byte> Content);
