using System.Globalization;
using System.IO.Enumeration;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.RosterFiles.Pull;

/// <summary>Reads the newest matching file of an allowed folder, once its size and time have stood still from one look to the next.</summary>
internal sealed class FolderFetch(PullPlaces places)
{
    public const string Outside = "The folder is not within one that this server may fetch rosters from (OnCall__Rosters__PullFolders).";

    public string? WhyNot(string folder)
    {
        try
        {
            return IsAllowed(RealPath.Of(folder)) ? null : Outside;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "The way to the folder cannot be read.";
        }
    }

    public async Task<FetchedRoster> FetchAsync(string folder, string? pattern, string? seen, CancellationToken cancellationToken)
    {
        try
        {
            return WhyNot(folder) is { } why ? FetchedRoster.Failed(why) : await ReadAsync(RealPath.Of(folder), pattern ?? "*", seen, cancellationToken);
        }
        catch (DirectoryNotFoundException)
        {
            return FetchedRoster.Failed("There is no such folder.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FetchedRoster.Failed("The folder or its newest file cannot be read by OnCall.");
        }
    }

    private async Task<FetchedRoster> ReadAsync(string folder, string pattern, string? seen, CancellationToken cancellationToken)
    {
        var newest = new DirectoryInfo(folder).EnumerateFiles()
            .Where(f => !IsScratch(f.Name) && FileSystemName.MatchesSimpleExpression(pattern, f.Name))
            .OrderByDescending(f => f.LastWriteTimeUtc).ThenByDescending(f => f.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (newest is null)
        {
            return FetchedRoster.Failed("No file of the folder matches.");
        }

        // Of a link, size and time are those of what it leads to, and that is what is opened.
        var real = new FileInfo(RealPath.Of(newest.FullName));
        if (!IsAllowed(real.FullName))
        {
            return FetchedRoster.Failed("The newest file is a link that leaves the folders that may be read.");
        }

        var look = Look(real, newest.Name);
        if (!string.Equals(look, seen, StringComparison.Ordinal))
        {
            return new FetchedRoster(FetchResult.Settling) { Seen = look };
        }

        if (real.Length > UploadRoster.MaxBytes)
        {
            return FetchedRoster.Failed(HttpFetch.TooLarge) with { Seen = look };
        }

        await using var stream = real.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = await LimitedRead.Async(stream, cancellationToken);
        real.Refresh();

        // Written to while it was read, or another in its place.
        return Look(real, newest.Name) != look || content?.Length != real.Length || RealPath.Of(newest.FullName) != real.FullName
            ? new FetchedRoster(FetchResult.Settling) { Seen = Look(real, newest.Name) }
            : new FetchedRoster(FetchResult.Fetched, new RosterFile(newest.Name, content)) { Seen = look };
    }

    /// <summary>What spreadsheets and copying programs put beside the file that they write.</summary>
    private static bool IsScratch(string name) => name[0] is '.' or '~' || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase);

    private static string Look(FileInfo file, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{(file.Exists ? file.Length : -1)} {(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)} {name}");

    private bool IsAllowed(string real) => places.Folders.Any(f => RealPath.IsWithin(real, RealPath.Of(f)));
}
