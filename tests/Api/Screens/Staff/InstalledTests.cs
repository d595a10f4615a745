using System.Text.Json;
using AngleSharp.Dom;
using OnCall.Testing;
using Xunit;

namespace OnCall.Api.Tests.Screens.Staff;

/// <summary>The screens as a program on a telephone.</summary>
public sealed class InstalledTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("zh-Hans")]
    public void Each_language_has_its_manifest_and_every_picture_that_it_names(string tag)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(SourceTree.PathOf($"src/OnCall.Api/wwwroot/oncall.{tag}.webmanifest")));
        Assert.Equal((tag, "/", "standalone"), (manifest.RootElement.GetProperty("lang").GetString(), manifest.RootElement.GetProperty("start_url").GetString(), manifest.RootElement.GetProperty("display").GetString()));
        Assert.All(manifest.RootElement.GetProperty("icons").EnumerateArray(), icon => Assert.True(File.Exists(SourceTree.PathOf("src/OnCall.Api/wwwroot" + icon.GetProperty("src").GetString()))));
    }

    [Fact]
    public async Task Every_screen_names_the_manifest_of_its_language()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        Assert.Equal("/oncall.en.webmanifest", (await nurse.OpenAsync("/")).QuerySelector("link[rel=manifest]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_screen_for_times_without_a_network_holds_nothing_of_anybody()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        await nurse.PageCardiologyAsync("Urgent", ("Subject", "canary77"));

        var shell = await adler.OpenAsync("/offline");

        Assert.Equal(200, adler.Status);
        Assert.DoesNotContain("canary77", shell.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Adler", shell.Source.Text, StringComparison.Ordinal);
        Assert.Null(shell.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal("no-store", adler.CacheControl);
    }

    [Fact]
    public void What_is_kept_for_times_without_a_network_is_there_and_all_that_its_scripts_ask_for()
    {
        var worker = File.ReadAllText(SourceTree.PathOf("src/OnCall.Api/wwwroot/sw.mjs"));
        var files = worker[worker.IndexOf("const files = [", StringComparison.Ordinal)..].Split(']')[0].Split('"').Where((_, i) => i % 2 == 1).ToList();
        Assert.Contains("/screens.css", files);
        Assert.All(files, file => Assert.True(File.Exists(SourceTree.PathOf("src/OnCall.Api/wwwroot" + file)), file));
        var asked = files.Where(f => f.EndsWith(".mjs", StringComparison.Ordinal))
            .SelectMany(f => File.ReadAllText(SourceTree.PathOf("src/OnCall.Api/wwwroot" + f)).Split('\n'))
            .Where(line => line.StartsWith("import ", StringComparison.Ordinal))
            .Select(line => line.Split('"')[1]);
        Assert.All(asked, file => Assert.Contains(file, files));
    }
}
