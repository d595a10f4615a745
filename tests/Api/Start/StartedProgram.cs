using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace OnCall.Api.Tests.Start;

/// <summary>The program as an installation has it, a process of its own outside Development.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private StartedProgram(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>All that it wrote until it listened.</summary>
    public List<string> Lines { get; } = [];

    public Uri Address { get; private set; } = null!;

    /// <param name="data">The name of its data directory.</param>
    public static async Task<StartedProgram> StartAsync(string data, string[] arguments, params (string Name, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-started-");
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["OnCall__DataDirectory"] = folder.CreateSubdirectory(data).FullName;
        start.Environment["OnCall__SelfTest__Enabled"] = "false";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var program = new StartedProgram(Process.Start(start)!, folder);
        try
        {
            await program.ListensAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    private async Task ListensAsync()
    {
        const string Listens = "Now listening on: ";
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Lines.Add(line);
            using var read = JsonDocument.Parse(line);
            var said = read.RootElement.GetProperty("Message").GetString()!;
            if (said.StartsWith(Listens, StringComparison.Ordinal))
            {
                Address = new Uri(said[Listens.Length..]);
            }
            else if (said.StartsWith("Application started", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("It ended: " + string.Join('\n', Lines));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
