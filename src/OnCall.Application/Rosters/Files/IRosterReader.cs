namespace OnCall.Application.Rosters.Files;

/// <summary>Reads one kind of roster file. Never throws for what a file holds: all that is wrong with it is a problem with row and column.</summary>
public interface IRosterReader
{
    /// <summary>The written name of the format: <c>csv</c>.</summary>
    string Format { get; }

    /// <summary>Whether the file looks like this format, by its first bytes and, failing that, its name.</summary>
    bool CanRead(RosterFile file);

    RosterReading Read(RosterFile file, RosterReadingOptions options);
}
