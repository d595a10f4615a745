using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace OnCall.Testing;

/// <summary>Runs other people's software beside a test.</summary>
public static class OtherProgram
{
    /// <summary>Starts it with all its streams in hand.</summary>
    public static Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

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

    /// <summary>Runs a script on <paramref name="input"/>, as JSON, and reads its JSON answer.</summary>
    /// <param name="script">Its place in the source tree.</param>
    public static async Task<JsonDocument> AskAsync(string program, string script, object input, CancellationToken cancellationToken)
    {
        using var process = Start(program, [SourceTree.PathOf(script)]);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(input));
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return JsonDocument.Parse(await output);
    }
}
