using System.Diagnostics;
using System.Text.Json;
using OnCall.Testing;
using Xunit;

namespace OnCall.RosterFiles.Tests.Support;

/// <summary>Asks other people's software; a test is skipped, saying what to install, where it is missing.</summary>
internal static class Oracle
{
    private const string Folder = "tests/RosterFiles/oracles";

    // Debian's own, since its package is Debian's.
    private const string Python = "/usr/bin/python3";

    /// <summary>Runs a Node oracle on <paramref name="input"/> and reads its JSON answer.</summary>
    public static async Task<JsonDocument> AskNodeAsync(string script, object input)
    {
        Assert.SkipUnless(Runs("node", "--version"), "needs Node 20 or later: install it and run npm ci --prefix " + Folder);
        Assert.SkipUnless(Directory.Exists(SourceTree.PathOf(Folder + "/node_modules/ical.js")), "needs the npm oracles: npm ci --prefix " + Folder);
        return await AskAsync("node", script, input);
    }

    /// <summary>Runs a Python oracle on <paramref name="input"/> and reads its JSON answer.</summary>
    public static async Task<JsonDocument> AskPythonAsync(string script, object input)
    {
        Assert.SkipUnless(Runs(Python, "-c", "import icalendar"), "needs icalendar: apt-get install python3-icalendar");
        return await AskAsync(Python, script, input);
    }

    private static async Task<JsonDocument> AskAsync(string program, string script, object input)
    {
        using var process = Start(program, [SourceTree.PathOf($"{Folder}/{script}")]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(input));
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return JsonDocument.Parse(await output);
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Start(program, arguments);
            process.StandardInput.Close();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
