using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging.Links;

/// <summary>What signs the links of this house: one secret for all nodes, made when the first link is.</summary>
public sealed class LinkSecret(IAcknowledgeLinks links, IIdSource ids)
{
    private byte[]? _known;

    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken) =>
        _known ??= await links.SecretAsync(Fresh(), cancellationToken);

    private byte[] Fresh()
    {
        var bytes = new byte[AcknowledgeToken.SecretBytes];
        for (var place = 0; place < bytes.Length; place += sizeof(ulong))
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(place), ids.NewBits());
        }

        return bytes;
    }
}
