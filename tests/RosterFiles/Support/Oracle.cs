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
        Assert.SkipUnless(OtherProgram.Runs("node", "--version"), "needs Node 20 or later: install it and run npm ci --prefix " + Folder);
        Assert.SkipUnless(Directory.Exists(SourceTree.PathOf(Folder + "/node_modules/ical.js")), "needs the npm oracles: npm ci --prefix " + Folder);
        return await OtherProgram.AskAsync("node", $"{Folder}/{script}", input, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a Python oracle on <paramref name="input"/> and reads its JSON answer.</summary>
    public static async Task<JsonDocument> AskPythonAsync(string script, object input)
    {
        Assert.SkipUnless(OtherProgram.Runs(Python, "-c", "import icalendar"), "needs icalendar: apt-get install python3-icalendar");
        return await OtherProgram.AskAsync(Python, $"{Folder}/{script}", input, TestContext.Current.CancellationToken);
    }
}
