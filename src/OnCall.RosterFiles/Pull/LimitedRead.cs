using OnCall.Application.Rosters.Uploads;

namespace OnCall.RosterFiles.Pull;

/// <summary>Reads a stream whole, but never more than an upload may have.</summary>
internal static class LimitedRead
{
    /// <summary>Null when there is more.</summary>
    public static async Task<byte[]?> Async(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (content.Length + read > UploadRoster.MaxBytes)
            {
                return null;
            }

            content.Write(part, 0, read);
        }

        return content.ToArray();
    }
}
