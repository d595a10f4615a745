using System.Diagnostics;
using Xunit;

namespace OnCall.Api.Tests.Start;

/// <summary>Runs the program itself: what counts is what an installer sees.</summary>
internal static class RefusedStart
{
    /// <param name="arguments">Of the command line.</param>
    /// <param name="says">What its one line must hold.</param>
    /// <param name="settings">As the environment has them.</param>
    public static async Task AsExpectedAsync(string[] arguments, string says, params (string Name, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-start-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            start.Environment["OnCall__DataDirectory"] = folder.FullName;
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            using var program = Process.Start(start)!;
            var output = program.StandardOutput.ReadToEndAsync();
            var error = await program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync();

            Assert.NotEqual(0, program.ExitCode);
            var line = Assert.Single(error.TrimEnd('\n').Split('\n'));
            Assert.StartsWith("OnCall cannot start: ", line, StringComparison.Ordinal);
            Assert.Contains(says, line, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
