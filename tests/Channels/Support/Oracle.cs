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
        Assert.SkipUnless(Runs("node", "--version"), "needs Node 20 or later: install it and run npm ci --prefix " + Folder);
        Assert.SkipUnless(Directory.Exists(SourceTree.PathOf(Folder + "/node_modules/twilio")), "needs the npm oracles: npm ci --prefix " + Folder);
        using var process = Start("node", [SourceTree.PathOf($"{Folder}/{script}")]);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(input));
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return JsonDocument.Parse(await output);
    }

    /// <summary>Starts one of the Perl gateways. It prints its port first and ends when its standard input is closed.</summary>
    public static Process Gateway(string script, IEnumerable<string> arguments) => Start("perl", [SourceTree.PathOf($"{Folder}/{script}"), .. arguments]);

    /// <summary>True when a program is there and content.</summary>
    public static bool Runs(string program, params string[] arguments)
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
