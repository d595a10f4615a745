using OnCall.Testing;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Calendars with one fault each; beside each stand its problems: <c>row column code</c>.</summary>
public sealed class BrokenFileTests
{
    private const string Folder = "tests/RosterFiles/corpus/broken/ical";

    public static TheoryData<string> Broken => [.. SourceTree.Files(Folder, "*.ics").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_told_by_line(string name)
    {
        var reading = Calendar.Read(File.ReadAllBytes(SourceTree.PathOf($"{Folder}/{name}.ics")));

        Assert.Equal(File.ReadAllLines(SourceTree.PathOf($"{Folder}/{name}.expected.txt")), Calendar.Problems(reading));
        Assert.All(reading.Problems.ToList(), problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
    }
}
