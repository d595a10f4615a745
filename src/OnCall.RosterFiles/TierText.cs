namespace OnCall.RosterFiles;

/// <summary>Reads a tier as rosters write it, by number or word.</summary>
internal static class TierText
{
    public const string Advice = "The tier is 1 (primary), 2 (backup) or 3 (consultant); empty means 1.";

    /// <summary>1, 2 or 3; null when it is none of them.</summary>
    public static int? Read(string text) => text.ToUpperInvariant() switch
    {
        "" or "1" or "PRIMARY" or "FIRST" or "1ST" => 1,
        "2" or "BACKUP" or "BACK-UP" or "SECONDARY" or "SECOND" or "2ND" => 2,
        "3" or "CONSULTANT" or "TERTIARY" or "THIRD" or "3RD" => 3,
        _ => null,
    };
}
