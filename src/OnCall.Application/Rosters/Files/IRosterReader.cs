namespace OnCall.Application.Rosters.Files;

/// <summary>Reads one kind of roster file. Never throws for what a file holds: all that is wrong with it is a problem with row and column.</summary>
public interface IRosterReader
{
    /// <summary>The written name of the format: <c>csv</c>.</summary>
    string Format { get; }

    /// <summary>Whether the file looks like this format, by its first bytes and, failing that, its name.</summary>
    bool CanRead(RosterFile file);

    RosterReading Read(RosterFile file, RosterReadingOptions options);

    /// <summary>The rows as they stand in the file, in order, numbered as problems number them; none for a format that has no rows. May throw what its file makes it throw.</summary>
    /// <param name="reading">What <see cref="Read"/> made of it.</param>
    IEnumerable<WrittenRow> RowsOf(RosterFile file, RosterReading reading) => [];
}
