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
