using System.Text;
using OnCall.Application.Rosters.Paper;
using OnCall.Scheduler;
using Xunit;
using Folders = System.IO.Directory;

namespace OnCall.Api.Tests.Paper;

public sealed class PaperFolderTests : IDisposable
{
    private readonly string _path = Folders.CreateTempSubdirectory("oncall-paper").FullName;

    [Fact]
    public async Task New_sheets_take_the_place_of_old_ones_and_what_is_not_ours_stays()
    {
        var folder = new PaperFolder(Path.Combine(_path, "made", "here"));
        await folder.ReplaceAsync([File("on-call-house.html", "old"), File("on-call-unit-icu.html", "old")], CancellationToken.None);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_path, "made", "here", "readme.txt"), "by hand");

        await folder.ReplaceAsync([File("on-call-house.html", "new")], CancellationToken.None);

        Assert.Equal(["on-call-house.html", "readme.txt"], Folders.EnumerateFiles(Path.Combine(_path, "made", "here")).Select(Path.GetFileName).Order());
        Assert.Equal("new", await System.IO.File.ReadAllTextAsync(Path.Combine(_path, "made", "here", "on-call-house.html")));
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_written_leaves_the_old_one_and_nothing_half_done()
    {
        var folder = new PaperFolder(_path);
        await folder.ReplaceAsync([File("on-call-house.html", "old")], CancellationToken.None);
        Folders.CreateDirectory(Path.Combine(_path, "on-call-house.csv"));

        await Assert.ThrowsAnyAsync<Exception>(() => folder.ReplaceAsync([File("on-call-house.csv", "new"), File("on-call-house.html", "new")], CancellationToken.None));

        Assert.Equal(["on-call-house.html"], Folders.EnumerateFiles(_path).Select(Path.GetFileName));
        Assert.Equal("old", await System.IO.File.ReadAllTextAsync(Path.Combine(_path, "on-call-house.html")));
    }

    public void Dispose() => Folders.Delete(_path, recursive: true);

    private static PaperFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
