using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>The texts that the cells of a workbook refer to by number.</summary>
internal static class SharedStrings
{
    private const long LargestPart = 128L * 1024 * 1024;

    // Six in each row of the largest roster, and as many again.
    private const int Most = 1_500_000;

    public static List<string> Of(PackageParts parts, string? part)
    {
        var strings = new List<string>();
        using var reader = part is null ? null : parts.Open(part, LargestPart);
        if (reader is null)
        {
            return strings;
        }

        var content = new CellContent(reader);
        while (reader.Next())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(strings.Count < Most ? content.Rich() : throw WorkbookFault.TooLarge($"it has more than {Most} texts"));
            }
        }

        return strings;
    }
}
