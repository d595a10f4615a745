using System.Security.Cryptography;
using OnCall.Application.Directory;

namespace OnCall.Application.Exports;

/// <summary>The public halves of all keys that exports were ever signed with. They are no secret.</summary>
public sealed class ReadSigningKeys(ISigningKeys keys)
{
    public async Task<ListOf<SigningKeyView>> RunAsync(CancellationToken cancellationToken) => new(
        [.. (await keys.AllAsync(cancellationToken)).Select(k => new SigningKeyView(k.Id, k.CreatedAt, PemEncoding.WriteString("PUBLIC KEY", Convert.FromBase64String(k.PublicKey)) + "\n"))],
        null);
}
