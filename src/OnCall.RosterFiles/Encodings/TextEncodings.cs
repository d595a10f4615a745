using System.Text;

namespace OnCall.RosterFiles.Encodings;

/// <summary>
/// Encodings by name, strict: bytes that are no text in them are told, never replaced. Shift_JIS is Windows code page 932,
/// GB 2312 and GBK are read as GB 18030, ISO 8859-1 as Windows-1252, as the WHATWG Encoding Standard has it.
/// </summary>
internal static class TextEncodings
{
    public const string Utf8 = "utf-8";
    public const string Utf16Little = "utf-16le";
    public const string Utf16Big = "utf-16be";
    public const string ShiftJis = "shift_jis";
    public const string Gb18030 = "gb18030";
    public const string Windows1252 = "windows-1252";

    private static readonly CodePagesEncodingProvider Pages = (CodePagesEncodingProvider)CodePagesEncodingProvider.Instance;

    /// <summary>Null for an encoding that is not known.</summary>
    public static (string Name, Encoding Strict)? Find(string name)
    {
        var usual = name.Trim().ToLowerInvariant().Replace('_', '-') switch
        {
            "utf8" or "utf-8" or "utf-8-bom" or "unicode-1-1-utf-8" => Utf8,
            "utf-16" or "utf16" or "utf-16le" or "utf16le" or "unicode" => Utf16Little,
            "utf-16be" or "utf16be" => Utf16Big,
            "shift-jis" or "shiftjis" or "sjis" or "cp932" or "ms932" or "windows-31j" or "windows-932" => ShiftJis,
            "gb18030" or "gbk" or "gb2312" or "cp936" or "windows-936" => Gb18030,
            "windows-1252" or "cp1252" or "latin1" or "latin-1" or "iso-8859-1" or "ansi" => Windows1252,
            var other => other,
        };
        var strict = usual switch
        {
            Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            Utf16Little => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            Utf16Big => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            ShiftJis => Page(932),
            Gb18030 => Page(54936),
            Windows1252 => Page(1252),
            _ => Named(usual),
        };
        return strict is null ? null : (usual, strict);
    }

    private static Encoding? Page(int codePage) => Pages.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static Encoding? Named(string name) => Pages.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
