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

        await OwnFile.WriteAsync(KeyFile, made.Value.Key, cancellationToken);
        return made.Value.Key;
    }
}
