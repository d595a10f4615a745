namespace OnCall.Application.Rosters.Paper;

/// <summary>Where paper is put.</summary>
/// <param name="Folder">A path of this machine; it is made when it is missing.</param>
public sealed record PaperPlace(string Folder);
