using System.Text;
using OnCall.Application.Rosters.Pulls;
using OnCall.RosterFiles.Pull;
using Xunit;

namespace OnCall.RosterFiles.Tests.Pull;

/// <summary>Real folders and links. A file's time is set by hand, so that nothing waits.</summary>
public sealed class FolderFetchTests : IDisposable
{
    private static readonly DateTime Written = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private readonly string _home = Directory.CreateTempSubdirectory("oncall-pull-").FullName;
    private readonly RosterFetch _fetch;

    public FolderFetchTests()
    {
        Directory.CreateDirectory(In("rotas/ward"));
        Directory.CreateDirectory(In("rotas-private"));
        _fetch = new RosterFetch(new PullPlaces([In("rotas")]), TimeProvider.System);
    }

    [Fact]
    public async Task The_newest_matching_file_is_read_once_it_has_stood_still()
    {
        Write("rotas/ward/rota-1.csv", "old", 0);
        Write("rotas/ward/rota-2.csv", "new", 1);
        Write("rotas/ward/notes.txt", "other", 2);
        Write("rotas/ward/~rota-3.csv", "scratch", 3);

        var first = await FetchAsync("rotas/ward", null, "rota-*.csv");
        Assert.Equal(FetchResult.Settling, first.Result);

        var second = await FetchAsync("rotas/ward", first.Seen, "rota-*.csv");
        Assert.Equal((FetchResult.Fetched, "rota-2.csv", "new"), (second.Result, second.File!.Name, Encoding.UTF8.GetString(second.File.Content.Span)));
    }

    [Fact]
    public async Task A_file_that_grows_between_two_looks_is_not_read()
    {
        Write("rotas/ward/rota.csv", "hal", 0);
        var first = await FetchAsync("rotas/ward", null);
        Write("rotas/ward/rota.csv", "half a f", 0);

        var second = await FetchAsync("rotas/ward", first.Seen);
        Write("rotas/ward/rota.csv", "half a f", 1);
        var third = await FetchAsync("rotas/ward", second.Seen);

        Assert.Equal((FetchResult.Settling, FetchResult.Settling), (second.Result, third.Result));
        Assert.Equal(FetchResult.Fetched, (await FetchAsync("rotas/ward", third.Seen)).Result);
    }

    [Theory]
    [InlineData("rotas-private")]
    [InlineData("rotas/../rotas-private")]
    [InlineData(".")]
    public async Task A_folder_outside_is_refused(string folder)
    {
        Write("rotas-private/secret.csv", "secret", 0);

        Assert.NotNull(_fetch.WhyNot(In(folder)));
        Assert.Equal(FetchResult.Failed, (await FetchAsync(folder, null)).Result);
        Assert.NotNull(new RosterFetch(new PullPlaces([]), TimeProvider.System).WhyNot(In("rotas")));
        Assert.Null(_fetch.WhyNot(In("rotas/ward")));
    }

    [Fact]
    public async Task A_link_that_leaves_is_refused_whether_it_is_the_folder_one_above_it_or_the_file()
    {
        Write("rotas-private/rota.csv", "secret", 0);
        Directory.CreateDirectory(In("rotas-private/below"));
        Write("rotas-private/below/rota.csv", "secret", 0);
        Directory.CreateSymbolicLink(In("rotas/out"), In("rotas-private"));
        File.CreateSymbolicLink(In("rotas/ward/rota.csv"), "../../rotas-private/rota.csv");

        foreach (var folder in new[] { "rotas/out", "rotas/out/below", "rotas/ward" })
        {
            var first = await FetchAsync(folder, null);
            Assert.Equal((folder, FetchResult.Failed), (folder, first.Result));
            Assert.Null((await FetchAsync(folder, first.Seen)).File);
        }
    }

    [Fact]
    public async Task A_link_that_stays_within_is_followed()
    {
        Write("rotas/current.csv", "new", 0);
        File.CreateSymbolicLink(In("rotas/ward/rota.csv"), "../current.csv");

        var first = await FetchAsync("rotas/ward", null);
        Assert.Equal(FetchResult.Fetched, (await FetchAsync("rotas/ward", first.Seen)).Result);
    }

    [Fact]
    public async Task What_is_missing_empty_of_files_or_too_large_is_a_failure()
    {
        Assert.Equal("There is no such folder.", (await FetchAsync("rotas/none", null)).Message);
        Assert.Equal("No file of the folder matches.", (await FetchAsync("rotas/ward", null)).Message);
        using (var large = File.Create(In("rotas/ward/large.csv")))
        {
            large.SetLength((16 * 1024 * 1024) + 1);
        }

        var first = await FetchAsync("rotas/ward", null);
        Assert.StartsWith("It is larger", (await FetchAsync("rotas/ward", first.Seen)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _fetch.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private string In(string path) => Path.Combine(_home, path);

    private void Write(string path, string text, int minute)
    {
        File.WriteAllText(In(path), text);
        File.SetLastWriteTimeUtc(In(path), Written.AddMinutes(minute));
    }

    private Task<FetchedRoster> FetchAsync(string folder, string? seen, string? pattern = null) =>
        _fetch.FetchAsync(new RosterPlace(null, In(folder), pattern, null, null, null, null, seen), CancellationToken.None);
}
