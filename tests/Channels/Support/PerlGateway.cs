using System.Diagnostics;
using System.Globalization;

namespace OnCall.Channels.Tests.Support;

/// <summary>A real SNPP gateway in a process of its own, gone at the end of the test.</summary>
internal sealed class PerlGateway : IAsyncDisposable
{
    private readonly Process _process;

    private PerlGateway(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<PerlGateway> StartAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var process = Oracle.Gateway(script, arguments);
        if (!int.TryParse(await process.StandardOutput.ReadLineAsync(cancellationToken), CultureInfo.InvariantCulture, out var port))
        {
            Assert.Fail($"{script} did not start: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
        }

        return new PerlGateway(process, port);
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string?> LineAsync(CancellationToken cancellationToken) => await _process.StandardOutput.ReadLineAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
