using System.Text;

namespace OnCall.Fuzz.Tests.Drawing;

/// <summary>What readers stumble over.</summary>
internal static class Pieces
{
    private static readonly string[] Texts =
    [
        "", "0", "-1", "1e400", "NaN", "2147483648", "9223372036854775808", "0.0000001", "999999999999999999999999", "null", "true", "{}", "[]", "\"\"", "[[[[[[[[",
        "{\"a\":{\"a\":{\"a\":", "\\ud800", "\\udc00\\ud800", "\\u0000", "\\", "\"", "'", ",", ";", "\t", "\r", "\n", "\r\n", "\r\n ", "\0", "\u001a", "\ufeff", "\u2028", "\u200f", "\ufffd",
        "＃", "Ａ", "e\u0301\u0301\u0301", "\U0001F9D1\u200D\u2695\uFE0F", "ﷺ", "İ", "ß", "はい", "班次", "<", ">", "&#0;", "&a;", "<!DOCTYPE a [<!ENTITY a 'b'>]>", "]]>", "%00", "%", "%ED%A0%80", "+", "&", "=",
        "../", "..\\", "/etc/passwd", "${jndi:ldap://x}", "{{7*7}}", "' or 1=1 --", "\"; drop table page; --", "<script>alert(1)</script>", "=cmd|' /C calc'!A0",
        "0001-01-01", "9999-12-31", "0000-00-00", "2026-02-30", "2026-10-25T02:30", "T24:00:00", "+99:99", "-18:00", "Z", "令和8年", "10000", "12/13/14", "1/1/1", "24:00", "99:99",
        "BEGIN:VEVENT", "END:VEVENT", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;INTERVAL=2147483647;COUNT=2147483647", "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2", "BYSETPOS=-366", "UNTIL=99991231T235959Z",
        "DTSTART:00010101T000000Z", "DURATION:P9999999999W", "TZID=", "TZOFFSETTO:+9999", "Role", "Start", "End", "Employee no", "Tier", "2026", "N=20:00-08:00", "ALJ1", "250 ", "250-", "214 ", "880 a-1 ok",
        "application/json", "multipart/form-data; boundary=", "boundary=\"", "--b--", "name=\"file\"", "filename*=utf-8''%00", "charset=utf-7", "Bearer ", "CfDJ8",
    ];

    private static readonly byte[][] Wild =
        [[0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0x81], [0x80, 0x30], [0x1B, 0x24, 0x42], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0], [0x50, 0x4B, 3, 4]];

    public static IReadOnlyList<byte[]> All { get; } = [.. Texts.Select(Encoding.UTF8.GetBytes), .. Wild];

    public static IReadOnlyList<string> AllTexts => Texts;
}
