using System.Diagnostics;
using System.Text.Json;
using OnCall.Testing;

namespace OnCall.Channels.Tests.Support;

/// <summary>Runs other people's software; a test is skipped, saying what to install, where it is missing.</summary>
internal static class Oracle
{
    private const string Folder = "tests/Channels/oracles";

    /// <summary>Runs one of the Node oracles on <paramref name="input"/> and reads its JSON answer.</summary>
    public static async Task<JsonDocument> AskAsync(string script, object input, CancellationToken cancellationToken)
    {
        NeedNode(script.StartsWith("web-push", StringComparison.Ordinal) ? "web-push" : "twilio");
        return await OtherProgram.AskAsync("node", $"{Folder}/{script}", input, cancellationToken);
    }

    /// <summary>Starts one of the Node servers. It prints a line of JSON first and ends when its standard input is closed.</summary>
    public static Process Server(string script, string package)
    {
        NeedNode(package);
        return OtherProgram.Start("node", [SourceTree.PathOf($"{Folder}/{script}")]);
    }

    /// <summary>Starts one of the Perl gateways. It prints its port first and ends when its standard input is closed.</summary>
    public static Process Gateway(string script, IEnumerable<string> arguments) => OtherProgram.Start("perl", [SourceTree.PathOf($"{Folder}/{script}"), .. arguments]);

    private static void NeedNode(string package)
    {
        Assert.SkipUnless(OtherProgram.Runs("node", "--version"), "needs Node 20 or later: install it and run npm ci --prefix " + Folder);
        Assert.SkipUnless(Directory.Exists(SourceTree.PathOf($"{Folder}/node_modules/{package}")), "needs the npm oracles: npm ci --prefix " + Folder);
    }
}
