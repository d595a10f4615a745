using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

/// <summary>One real ward's roster, as nine programs and encodings write it.</summary>
public sealed class SameRosterStories
{
    private const string Role = "Ward 21 – Nurse on duty";

    [Theory]
    [InlineData("ward21.csv", "csv", "utf-8")]
    [InlineData("ward21.xlsx", "xlsx", "utf-8")]
    [InlineData("ward21.xls", "xls", "utf-16")]
    [InlineData("ward21-shift_jis.csv", "csv", "shift_jis")]
    [InlineData("ward21-utf16.csv", "csv", "utf-16le")]
    [InlineData("ward21-utf16be-unmarked.csv", "csv", "utf-16be")]
    [InlineData("ward21-gb18030.csv", "csv", "gb18030")]
    [InlineData("ward21-windows-1252.csv", "csv", "windows-1252")]
    [InlineData("ward21-semicolons.csv", "csv", "utf-8")]
    [InlineData("ward21-tabs.txt", "csv", "utf-8")]
    [InlineData("ward21-amion.txt", "amion", "utf-8")]
    [InlineData("ward21-amion-tabs.txt", "amion", "utf-8")]
    [InlineData("ward21.ics", "icalendar", "utf-8")]
    public async Task Whatever_wrote_it_the_roster_is_the_same(string name, string format, string encoding)
    {
        await using var house = await House.OpenAsync();
        await house.UploadAsync(File("ward21.csv"));

        var answer = await house.UploadAsync(File(name));

        Assert.True(answer.Ok, answer.Refusal?.Detail);
        Assert.Equal((format, encoding, 336), (answer.Value!.Format, answer.Value.Encoding, answer.Value.Accepted));
        Assert.Equal((UploadStatus.Unchanged, new PublicationChanges(0, 0, 0, 336)), (answer.Value.Status, answer.Value.Changes));
    }

    [Theory]
    [InlineData("ward21.xlsx", "N010/1")]
    [InlineData("ward21-amion.txt", "N010/1")]
    [InlineData("ward21.ics", "NU_9/1")]
    public async Task Each_of_them_can_be_the_first(string name, string nurse)
    {
        await using var house = await House.OpenAsync();

        var first = await house.UploadAsync(File(name));

        Assert.Equal((UploadStatus.Published, 336), (first.Value!.Status, first.Value.Changes.Added));
        Assert.Equal(nurse, await house.WhoAsync(Role, "2026-10-12T08:00+02:00"));
    }

    private static UploadRosterRequest File(string name) =>
        new(new RosterFile(name, System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "corpus", name))), House.Brussels, CreateMissing: true, Publish: true)
        {
            Mapping = name.EndsWith(".ics", StringComparison.Ordinal) ? """{"role":"LOCATION"}""" : null,
        };
}
