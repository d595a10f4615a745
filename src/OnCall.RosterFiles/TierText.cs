using OnCall.Domain;

namespace OnCall.RosterFiles;

/// <summary>Reads a tier as rosters write it, by number or word.</summary>
internal static class TierText
{
    public const string Advice = "The tier is 1 (primary), 2 (backup) or 3 (consultant); empty means 1.";

    private const int Longest = 40;

    /// <summary>1, 2 or 3; null when it is none of them.</summary>
    public static int? Read(string text) => text.Length > Longest ? null : (PlainForm.Of(text) ?? text).ToUpperInvariant() switch
    {
        "" or "1" or "PRIMARY" or "FIRST" or "1ST" or "第1" or "第一" or "一线" or "一線" => 1,
        "2" or "BACKUP" or "BACK-UP" or "SECONDARY" or "SECOND" or "2ND" or "第2" or "第二" or "二线" or "二線" => 2,
        "3" or "CONSULTANT" or "TERTIARY" or "THIRD" or "3RD" or "第3" or "第三" or "三线" or "三線" => 3,
        _ => null,
    };
}
