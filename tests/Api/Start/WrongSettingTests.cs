using System.Diagnostics;
using Xunit;

namespace OnCall.Api.Tests.Start;

/// <summary>Runs the program itself: what counts is what an installer sees.</summary>
public sealed class WrongSettingTests
{
    [Theory]
    [InlineData("OnCall__Database__Provider", "mongo", "OnCall__Database__Provider")]
    [InlineData("OnCall__Database__Provider", "sqlserver", "OnCall__Database__ConnectionString")]
    [InlineData("OnCall__Database__ConnectionString", "Data Source=/no/such/folder/oncall.db", "unable to open database file")]
    [InlineData("OnCall__BootstrapApiKey", "short", "OnCall__BootstrapApiKey")]
    [InlineData("OnCall__PublicUrl", "hospital", "OnCall__PublicUrl")]
    [InlineData("OnCall__TimeZone", "Brussels", "OnCall__TimeZone")]
    [InlineData("OnCall__Telemetry__OtlpEndpoint", "collector:4317", "OnCall__Telemetry__OtlpEndpoint")]
    [InlineData("OnCall__Demo", "perhaps", "OnCall__Demo")]
    [InlineData("OnCall__Watchdog__Url", "watchdog", "OnCall__Watchdog__Url")]
    [InlineData("OnCall__Watchdog__IntervalSeconds", "1", "OnCall__Watchdog__IntervalSeconds")]
    [InlineData("OnCall__SelfTest__Enabled", "sometimes", "OnCall__SelfTest__Enabled")]
    [InlineData("ASPNETCORE_URLS", "ftp://127.0.0.1:1", "ftp://127.0.0.1:1")]
    public Task A_wrong_setting_stops_the_start_with_one_line(string setting, string value, string says) => RefusesAsync([], setting, value, says);

    [Fact]
    public Task A_misspelt_word_starts_nothing_else_than_was_meant() => RefusesAsync(["wroker"], "OnCall__Demo", "false", "Say worker");

    private static async Task RefusesAsync(string[] arguments, string setting, string value, string says)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-start-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            start.Environment["OnCall__DataDirectory"] = folder.FullName;
            start.Environment[setting] = value;
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
