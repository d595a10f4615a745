using NodaTime;

namespace OnCall.Application.Sealing;

/// <summary>What people wrote, as it is stored: sealed by the key of now, by one that is retired, or plain from before words were sealed.</summary>
public interface IStoredWords
{
    /// <summary>
    /// Seals what is plain, and anew what a retired key sealed, in a part of one table, and remembers how far it came. One node at a time works on a
    /// table; what is changed or deleted meanwhile is left as it is.
    /// </summary>
    /// <param name="until">How long the table is this node's, should it stop.</param>
    /// <param name="most">How many rows are looked at.</param>
    /// <returns>How many rows were sealed; null when there is nothing left to look at.</returns>
    Task<int?> SealSomeAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken);

    /// <summary>Counts the rows of each table that are not sealed by the key of now. Reads all of each table.</summary>
    Task<IReadOnlyList<WordsLeft>> LeftAsync(CancellationToken cancellationToken);
}
