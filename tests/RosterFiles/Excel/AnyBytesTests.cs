using System.IO.Compression;
using System.Text;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

public sealed class AnyBytesTests
{
    [Theory]
    [InlineData("real-dates.xlsx", 1)]
    [InlineData("grid-dates.xlsx", 2)]
    [InlineData("real-dates.xls", 3)]
    [InlineData("grid-dates.xls", 4)]
    public void A_damaged_file_is_answered_and_never_throws(string name, int seed)
    {
        var good = Corpus.Bytes("excel", name);
        var random = new Random(seed);
        for (var i = 0; i < 250; i++)
        {
            var bytes = good.ToArray();
            for (var j = random.Next(1, 12); j > 0; j--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
            }

            Answers(name, random.Next(10) == 0 ? bytes[..random.Next(8, bytes.Length)] : bytes);
        }
    }

    [Fact]
    public void A_package_whose_parts_are_damaged_is_answered_and_never_throws()
    {
        var good = Corpus.Bytes("excel", "grid-dates.xlsx");
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            Answers("roster.xlsx", WrittenWorkbook.Archive(to =>
            {
                using var from = new ZipArchive(new MemoryStream(good));
                foreach (var part in from.Entries)
                {
                    using var text = new StreamReader(part.Open(), Encoding.UTF8);
                    using var target = to.CreateEntry(part.FullName).Open();
                    target.Write(Encoding.UTF8.GetBytes(Damaged(text.ReadToEnd(), random)));
                }
            }));
        }
    }

    [Fact]
    public void A_grid_of_anything_is_answered_and_never_throws()
    {
        string[] pieces = ["October 2026", "2026", "31", "1", "12/10", "2026-10-12", "Employee no", "Name", "N = 20:00-08:00", "N", "N/D", "08-16", "=", "/", "-", "Legend", "Code", "Start", "End", "Role: Ward", "令和8年10月", "1日", "", "\"", "#N/A", "Total"];
        var random = new Random(6);
        for (var i = 0; i < 1_000; i++)
        {
            var days = random.Next(3) switch { 0 => "1,2,3,4,5,6,7,8", 1 => "2026-12-29,2026-12-30,2026-12-31,2027-01-01,2027-01-02", _ => "28/2,1/3,2/3,3/3,4/3,5/3" };
            var text = Rows(random.Next(3)) + $"{pieces[random.Next(pieces.Length)]},{days},{pieces[random.Next(pieces.Length)]}\n" + Rows(random.Next(6));
            var reading = Corpus.Read("roster.csv", Encoding.UTF8.GetBytes(text));

            Assert.True(reading.Drafts.Count > 0 || reading.Problems.HasErrors, text);
        }

        string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => string.Join(',', Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])) + "\n"));
    }

    private static string Damaged(string text, Random random)
    {
        string[] pieces = ["9", "0", "-", "<", ">", "\"", "1e308", "999999999", "s", "t=\"s\"", "<v>NaN</v>", "#N/A", "d", "&#0;", "ZZZZ9", ""];
        for (var j = random.Next(4); j > 0 && text.Length > 0; j--)
        {
            var at = random.Next(text.Length);
            text = text[..at] + pieces[random.Next(pieces.Length)] + text[Math.Min(text.Length, at + random.Next(3))..];
        }

        return text;
    }

    private static void Answers(string name, byte[] bytes)
    {
        var reading = Corpus.Read(name.EndsWith(".xls", StringComparison.Ordinal) ? "roster.xls" : "roster.xlsx", bytes);

        Assert.True(reading.Drafts.Count > 0 || reading.Problems.HasErrors);
    }
}
