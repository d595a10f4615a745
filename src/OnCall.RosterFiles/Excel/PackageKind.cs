using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>Refuses packages that are no workbook, or one that is not taken.</summary>
internal static class PackageKind
{
    private const long LargestPart = 4 * 1024 * 1024;

    public static void Check(PackageParts parts)
    {
        if (parts.Has("mimetype") && parts.Head("mimetype").Contains("opendocument", StringComparison.Ordinal))
        {
            throw WorkbookFault.Other(parts.Head("mimetype").Contains("spreadsheet", StringComparison.Ordinal) ? "an OpenDocument sheet (.ods)" : "an OpenDocument file and no sheet");
        }

        if (!parts.Has("[Content_Types].xml"))
        {
            throw WorkbookFault.Other("a ZIP archive and no workbook");
        }

        if (parts.HasAny(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw WorkbookFault.Macros;
        }

        foreach (var type in Types(parts))
        {
            Check(type);
        }
    }

    private static void Check(string type)
    {
        if (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookFault.Other("a Word document");
        }

        if (type.Contains("presentationml", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookFault.Other("a PowerPoint presentation");
        }

        if (type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookFault.Other("a binary workbook (.xlsb)");
        }

        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookFault.Macros;
        }
    }

    /// <summary>The types of main parts. Other parts may hold what they like: a workbook may embed a document.</summary>
    private static List<string> Types(PackageParts parts)
    {
        var types = new List<string>();
        using var reader = parts.Open("[Content_Types].xml", LargestPart)!;
        while (reader.Next())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && reader.GetAttribute("ContentType") is { } type
                && type.EndsWith(reader.LocalName == "Override" ? ".main+xml" : "main", StringComparison.OrdinalIgnoreCase))
            {
                types.Add(type);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && (reader.GetAttribute("ContentType") ?? "").Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))
            {
                types.Add("sheet.binary");
            }
        }

        return types;
    }
}
