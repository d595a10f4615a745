using System.Buffers.Binary;
using System.Diagnostics;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Old workbooks of a few KiB that say that they are enormous.</summary>
public sealed class HostileXlsTests
{
    private const int Dimensions = 0x200;
    private const int Row = 0x208;

    [Theory]
    [InlineData(0x7FFF_FFFF, 10)]
    [InlineData(10_000_000, 250)]
    [InlineData(65_536, 1_024)]
    [InlineData(65_536, 256)]
    [InlineData(-1, 256)]
    public void A_sheet_that_says_that_it_is_enormous_costs_no_more_than_what_is_in_it(int rows, int columns)
    {
        var file = Patched(Dimensions, content =>
        {
            BinaryPrimitives.WriteInt32LittleEndian(content[4..], rows);
            BinaryPrimitives.WriteUInt16LittleEndian(content[10..], (ushort)columns);
        });

        Cheaply(file);
    }

    [Fact]
    public void A_row_that_says_that_it_is_the_last_of_all_costs_no_more_than_what_is_in_it()
    {
        var file = Patched(Row, content =>
        {
            BinaryPrimitives.WriteUInt16LittleEndian(content, ushort.MaxValue);
            BinaryPrimitives.WriteUInt16LittleEndian(content[4..], 1_024);
        });

        Cheaply(file);
    }

    private static void Cheaply(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = Corpus.Read("roster.xls", file);

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(reading.Drafts.Count > 0 || reading.Problems.HasErrors);
        Assert.True(bytes < 100_000_000, $"It took {bytes:N0} bytes.");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    /// <summary>A good workbook in which every record of that type is changed, wherever in the container it stands.</summary>
    private static byte[] Patched(int type, SpanAction change)
    {
        var file = Corpus.Bytes("excel", "real-dates.xls");
        var found = 0;
        for (var at = 512; at + 4 < file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2));
            if (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)) == type && length is >= 14 and <= 16)
            {
                change(file.AsSpan(at + 4, length));
                found++;
                at += 4 + length;
                continue;
            }

            at++;
        }

        Assert.True(found > 0);
        return file;
    }

    private delegate void SpanAction(Span<byte> content);
}
