using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Directory;

namespace OnCall.Api.Auth.SetUp;

/// <summary>
/// Whoever first opens a new installation must not become its administrator by that alone: they show that they can read a file of the server.
/// The code is made for each installation, and gone once there is somebody.
/// </summary>
internal sealed class SetUpCode(AddFirstAdministrator first, IOptions<OnCallOptions> options, ILogger<SetUpCode> log) : IHostedLifecycleService
{
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 20;

    private static readonly Action<ILogger, string, Exception?> Waiting = LoggerMessage.Define<string>(
        LogLevel.Warning, new EventId(1, nameof(Waiting)), "Nobody can sign in yet. Open /set-up with a browser; the code that it asks for is in {File}.");

    private string CodeFile => Path.Combine(options.Value.DataDirectory, "set-up-code.txt");

    /// <summary>Whether this is the code, and there is nobody yet.</summary>
    public async Task<bool> FitsAsync(string? code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code) || !File.Exists(CodeFile) || !await first.IsOpenAsync(cancellationToken))
        {
            return false;
        }

        var kept = (await File.ReadAllTextAsync(CodeFile, cancellationToken)).Trim();
        return kept.Length == Length && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant()));
    }

    public void Delete() => File.Delete(CodeFile);

    // After the demo hospital and the bootstrap key: with either there is somebody.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!await first.IsOpenAsync(cancellationToken))
        {
            Delete();
            return;
        }

        if (!File.Exists(CodeFile))
        {
            await OwnFile.WriteAsync(CodeFile, RandomNumberGenerator.GetString(Signs, Length), cancellationToken);
        }

        Waiting(log, Path.GetFullPath(CodeFile), null);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
