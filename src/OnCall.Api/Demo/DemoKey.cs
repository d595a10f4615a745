using Microsoft.Extensions.Options;
using OnCall.Api.Auth;
using OnCall.Api.Settings;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Demo;

/// <summary>The key to the demo hospital: made for each installation, kept in a file that only its owner reads, and told again at every start.</summary>
internal sealed class DemoKey(CreateKey create, KeyCache keys, IOptions<OnCallOptions> options)
{
    private string KeyFile => Path.Combine(options.Value.DataDirectory, "demo-key.txt");

    public async Task<string?> TellAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(KeyFile))
        {
            var kept = (await File.ReadAllTextAsync(KeyFile, cancellationToken)).Trim();
            if (await keys.BySecretAsync(kept, cancellationToken) is not null)
            {
                return kept;
            }
        }

        var made = await create.RunAsync(Caller.System, new CreateKeyRequest(DemoPeople.You), cancellationToken);
        if (!made.Ok)
        {
            return null;
        }

        await WriteAsync(made.Value.Key, cancellationToken);
        return made.Value.Key;
    }

    private async Task WriteAsync(string key, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(options.Value.DataDirectory);
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(KeyFile, how);
        await writer.WriteLineAsync(key.AsMemory(), cancellationToken);
    }
}
