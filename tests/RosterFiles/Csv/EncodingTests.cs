using System.Text;
using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Csv;

public sealed class EncodingTests
{
    private const string Japanese = "科,当直,職員番号,氏名,開始,終了\n循環器内科,当直医,N1,山田 太郎,2026-10-12 17:00,2026-10-13 08:30\n";
    private const string Chinese = "科室,岗位,工号,姓名,开始,结束\n心内科,值班医生,N1,王小明,2026-10-12 17:00,2026-10-13 08:30\n";
    private const string German = "Role,Employee no,Name,Start,End\nKardiologie – Oberärztin,N1,Jürgen Müßig,2026-10-12 17:00,2026-10-13 08:30\n";
    private const string JapaneseUnderEnglish = "Role,Employee no,Name,Start,End\n循環器内科 当直,N1,佐藤 花子,2026-10-12 17:00,2026-10-13 08:30\n";
    private const string ChineseUnderEnglish = "Role,Employee no,Name,Start,End\n心内科值班医生,N1,李娜,2026-10-12 17:00,2026-10-13 08:30\n";

    private const string JapaneseWithWideSpace = "科,当直,職員番号,氏名,開始,終了\n循環器内科,当直医,N1,山田　太郎,2026-10-12 17:00,2026-10-13 08:30\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(Japanese, "shift_jis", "shift_jis", "山田 太郎")]
    [InlineData(JapaneseUnderEnglish, "shift_jis", "shift_jis", "佐藤 花子")]
    [InlineData(Japanese, "utf-8", "utf-8", "山田 太郎")]
    [InlineData(Japanese, "utf-16", "utf-16le", "山田 太郎")]
    [InlineData(Japanese, "utf-16BE", "utf-16be", "山田 太郎")]
    [InlineData(JapaneseWithWideSpace, "utf-16", "utf-16le", "山田　太郎")]
    [InlineData(JapaneseWithWideSpace, "utf-16BE", "utf-16be", "山田　太郎")]
    [InlineData(Chinese, "gb18030", "gb18030", "王小明")]
    [InlineData(ChineseUnderEnglish, "gb18030", "gb18030", "李娜")]
    [InlineData(Chinese, "utf-8", "utf-8", "王小明")]
    [InlineData(German, "windows-1252", "windows-1252", "Jürgen Müßig")]
    [InlineData(German, "utf-16", "utf-16le", "Jürgen Müßig")]
    public void An_encoding_is_told_by_the_bytes_with_or_without_its_mark(string text, string encoding, string shown, string name)
    {
        var writer = Encoding.GetEncoding(encoding);
        foreach (var bytes in (byte[][])[writer.GetBytes(text), [.. writer.GetPreamble(), .. writer.GetBytes(text)]])
        {
            var reading = Reading.Of(bytes);

            Assert.Empty(Reading.Problems(reading));
            Assert.Equal(shown, reading.Encoding);
            Assert.Equal(name, Assert.Single(reading.Drafts).Person.Name);
        }
    }

    [Fact]
    public void Half_width_katakana_are_not_taken_for_chinese()
    {
        var bytes = Encoding.GetEncoding("shift_jis").GetBytes("Role,Employee no,Name,Start,End\nWard,N1,ﾔﾏﾀﾞ,2026-10-12 17:00,2026-10-13 08:30\n");

        Assert.Equal(["2 unknown-encoding"], Reading.Problems(Reading.Of(bytes)));
        Assert.Equal("ﾔﾏﾀﾞ", Assert.Single(Reading.Of(bytes, new RosterReadingOptions { Encoding = "shift_jis" }).Drafts).Person.Name);
    }

    [Fact]
    public void An_encoding_that_is_told_wins_over_what_the_bytes_look_like()
    {
        var bytes = Encoding.GetEncoding("shift_jis").GetBytes(Japanese);

        Assert.Equal("山田 太郎", Assert.Single(Reading.Of(bytes, new RosterReadingOptions { Encoding = "cp932" }).Drafts).Person.Name);
        Assert.Equal(["4 broken-encoding"], Reading.Problems(Reading.Of([.. "a\nb\nc\n"u8, .. bytes], new RosterReadingOptions { Encoding = "utf-8" })));
    }

    [Fact]
    public void An_encoding_of_another_country_can_be_told()
    {
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes("Role,Employee no,Name,Start,End\nКардиология,N1,Иванов,2026-10-12 17:00,2026-10-13 08:30\n");

        Assert.Equal("Иванов", Assert.Single(Reading.Of(bytes, new RosterReadingOptions { Encoding = "windows-1251" }).Drafts).Person.Name);
    }

    [Fact]
    public void An_encoding_that_nobody_knows_is_told() =>
        Assert.Equal(["0 unknown-encoding"], Reading.Problems(Reading.Of("x"u8.ToArray(), new RosterReadingOptions { Encoding = "utf-9" })));

    [Fact]
    public void A_mark_of_one_encoding_before_bytes_that_are_not_of_it_is_one_clear_error_with_its_line() =>
        Assert.Equal(["2 broken-encoding"], Reading.Problems(Reading.Of([0xEF, 0xBB, 0xBF, .. "Role,Employee no,Start,End\n"u8, 0xC3, 0x28])));

    [Fact]
    public void Bytes_that_are_no_text_at_all_say_where_they_stop_being_so()
    {
        byte[] noise = [.. "Role,Employee no,Start,End\n"u8, 0x81, 0x00, 0xFF, 0xFE, 0x80, 0x80, 0x81, 0x30, 0x0A, 0xFF, 0xFF, 0xA0, 0xFF];

        Assert.All(Reading.Of(noise).Problems.ToList(), p => Assert.Equal(ProblemSeverity.Error, p.Severity));
        Assert.NotEmpty(Reading.Of(noise).Problems.ToList());
    }

    [Theory]
    [InlineData(';', ";")]
    [InlineData('\t', "tab")]
    [InlineData('|', "|")]
    [InlineData('^', "^")]
    [InlineData('~', "~")]
    public void Any_usual_separator_is_found_and_shown(char separator, string shown)
    {
        var reading = Reading.Of("Role,Employee no,Start,End\nWard 3,N1,2026-10-12 07:00,2026-10-12 15:00\n".Replace(',', separator));

        Assert.Equal(shown, reading.Delimiter);
        Assert.Equal(["2|Ward 3|N1||2026-10-12T07:00|2026-10-12T15:00|1|"], Reading.Drafts(reading));
    }

    [Fact]
    public void Another_separator_can_be_told()
    {
        var text = "Role#Employee no#Start#End\nWard 3#N1#2026-10-12 07:00#2026-10-12 15:00\n";

        Assert.Single(Reading.Of(text, new RosterReadingOptions { Delimiter = "#" }).Drafts);
        Assert.Equal(["0 unknown-delimiter"], Reading.Problems(Reading.Of(text, new RosterReadingOptions { Delimiter = "##" })));
    }

    [Fact]
    public void Values_may_stand_in_apostrophes() =>
        Assert.Equal(
            ["2|Ward 3, north|N1||2026-10-12T07:00|2026-10-12T15:00|1|"],
            Reading.Drafts("'Role','Employee no','Start','End'\n'Ward 3, north','N1','2026-10-12 07:00','2026-10-12 15:00'\n"));
}
