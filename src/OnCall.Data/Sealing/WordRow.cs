namespace OnCall.Data.Sealing;

/// <summary>A row with words: up to four of them, as they are stored.</summary>
internal sealed class WordRow
{
    /// <summary>The key of the row, by which a table is walked.</summary>
    public object Id { get; set; } = "";

    /// <summary>What its words are bound to.</summary>
    public object Bound { get; set; } = "";

    public string? One { get; set; }

    public string? Two { get; set; }

    public string? Three { get; set; }

    public string? Four { get; set; }

    /// <summary>The kind of a line, or the version of a state.</summary>
    public string? Note { get; set; }

    public Guid BoundTo => Bound as Guid? ?? Guid.Parse((string)Bound);
}
