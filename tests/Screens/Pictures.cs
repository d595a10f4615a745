using System.Text.Json;
using Microsoft.Playwright;
using OnCall.Testing;

namespace OnCall.Screens.Tests;

/// <summary>
/// What every screen that a journey comes by must be: no serious violation that axe-core finds, nothing wider than the window. Keeps pictures
/// in the folder that <c>ONCALL_SCREENSHOTS</c> names, for people to look at; without it none are made.
/// </summary>
internal static class Pictures
{
    private const string Axe = "tests/Screens/oracles/node_modules/axe-core/axe.min.js";
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ONCALL_SCREENSHOTS");
    private static readonly Lock Writing = new();

    internal static bool HasAxe { get; } = File.Exists(SourceTree.PathOf(Axe));

    /// <param name="name">Of the picture's file.</param>
    /// <param name="ours">Whether OnCall made what the window shows.</param>
    /// <param name="except">What is decoration, such as a water mark, by its selector.</param>
    /// <param name="script">Whether the window runs scripts: where it does not, axe would never end.</param>
    internal static async Task KeepAsync(this IPage window, string name, bool ours = true, string? except = null, bool script = true)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            await window.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
        }

        if (ours)
        {
            await FitsAsync(window, name);
        }

        if (ours && script)
        {
            await window.IsForEverybodyAsync(name, except);
        }
    }

    /// <summary>Asks axe-core, where it is installed; it needs a window that runs scripts.</summary>
    internal static async Task IsForEverybodyAsync(this IPage window, string name, string? except = null)
    {
        if (!HasAxe)
        {
            return;
        }

        await window.EvaluateAsync(await File.ReadAllTextAsync(SourceTree.PathOf(Axe), TestContext.Current.CancellationToken));
        var found = (await window.EvaluateAsync("""
            async except => {
              const told = await axe.run(except ? { exclude: [[except]] } : document, { resultTypes: ["violations"], preload: false });
              return told.violations.map(v => ({ id: v.id, impact: v.impact, where: v.nodes.map(n => `${n.target.join(" ")}: ${n.any.concat(n.all, n.none).map(c => c.message).join("; ")}`) }));
            }
            """, except))!.Value;
        Note(name, found);
        Found.Nothing(found.EnumerateArray()
            .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .SelectMany(v => v.GetProperty("where").EnumerateArray().Select(w => $"{name}: {v.GetProperty("id").GetString()}: {w.GetString()}")));
    }

    private static async Task FitsAsync(IPage window, string name)
    {
        var wider = await window.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wider <= 0, $"{name} is {wider} px wider than its window.");
    }

    /// <summary>Notes what came over the wire for one thing of a screen, in bytes.</summary>
    internal static void Weigh(string name, string what, int bytes) => Note("weights.tsv", $"{name}\t{what}\t{bytes}");

    private static void Note(string name, JsonElement found) =>
        Note("axe.tsv", $"{name}\t{string.Join(' ', found.EnumerateArray().Select(v => $"{v.GetProperty("impact").GetString()}:{v.GetProperty("id").GetString()}"))}");

    private static void Note(string file, string line)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        lock (Writing)
        {
            File.AppendAllText(Path.Combine(Folder, file), line + "\n");
        }
    }
}
