using OnCall.Testing;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Calendars that other programs wrote; beside each stand its shifts, and its problems behind an exclamation mark.</summary>
public sealed class CorpusTests
{
    private const string Folder = "tests/RosterFiles/corpus/ical";

    public static TheoryData<string> Written => [.. SourceTree.Files(Folder, "*.ics").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Written))]
    public void What_another_program_writes_is_read(string name)
    {
        var reading = Calendar.Read(File.ReadAllBytes(SourceTree.PathOf($"{Folder}/{name}.ics")));

        Assert.Equal(
            File.ReadAllLines(SourceTree.PathOf($"{Folder}/{name}.expected.txt")),
            Calendar.Shifts(reading).Concat(Calendar.Problems(reading).Select(problem => $"! {problem}")));
    }
}
