using System.Text;

namespace OnCall.RosterFiles.Excel;

/// <summary>Tells workbooks by their first bytes, and opens them.</summary>
internal static class Workbooks
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsZip(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8);

    public static bool IsOle(ReadOnlySpan<byte> content) => content.StartsWith(Ole) || content.StartsWith(Ole.AsSpan(0, 4));

    /// <summary>A web page or an XML text, which some programs call a workbook.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> content) =>
        Encoding.UTF8.GetString(content[..Math.Min(content.Length, 256)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');

    /// <summary>A workbook before Excel 95 is no container but begins with its first record.</summary>
    public static bool IsBareXls(ReadOnlySpan<byte> content) => content is [0x09, 0x00 or 0x02 or 0x04 or 0x08, 0x04 or 0x06 or 0x08 or 0x10, 0x00, ..];

    public static IWorkbook Open(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.IsEmpty)
        {
            throw new WorkbookFault("empty-file", "The file is empty. Save the workbook again and upload that.");
        }

        if (IsZip(bytes))
        {
            return new XlsxWorkbook(new MemoryStream(content.ToArray(), writable: false));
        }

        if (IsMarkup(bytes))
        {
            throw WorkbookFault.Other("a web page or XML text with the name of a workbook");
        }

        if (!IsOle(bytes) && !IsBareXls(bytes))
        {
            throw WorkbookFault.Corrupt("its first bytes are not those of a workbook");
        }

        if (IsOle(bytes))
        {
            Check(OleContainer.Names(bytes));
        }

        return new XlsWorkbook(content);
    }

    private static void Check(IReadOnlyList<string> names)
    {
        if (names.Contains("EncryptedPackage"))
        {
            throw WorkbookFault.Encrypted;
        }

        if (names.Contains("_VBA_PROJECT_CUR"))
        {
            throw WorkbookFault.Macros;
        }

        if (names.Contains("WordDocument") || names.Contains("PowerPoint Document"))
        {
            throw WorkbookFault.Other(names.Contains("WordDocument") ? "a Word document" : "a PowerPoint presentation");
        }

        if (!names.Contains("Workbook", StringComparer.OrdinalIgnoreCase) && !names.Contains("Book", StringComparer.OrdinalIgnoreCase))
        {
            throw WorkbookFault.Corrupt("it holds no sheets");
        }
    }
}
