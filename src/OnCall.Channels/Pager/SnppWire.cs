using System.Globalization;
using System.Text;

namespace OnCall.Channels.Pager;

/// <summary>Lines out and replies in. A gateway that floods or babbles is treated as gone.</summary>
internal sealed class SnppWire(Stream stream, Encoding encoding)
{
    private const int MaxLineBytes = 1024;
    private const int MaxReplyLines = 100;

    private readonly byte[] _buffer = new byte[MaxLineBytes];
    private int _start;
    private int _end;

    internal async Task WriteAsync(IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(encoding.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>The next reply; null when the gateway closed or does not speak the protocol.</summary>
    internal async Task<SnppReply?> ReadAsync(CancellationToken cancellationToken)
    {
        for (var lines = 0; lines < MaxReplyLines; lines++)
        {
            if (await ReadLineAsync(cancellationToken) is not { } line || Parse(line) is not var (reply, continues))
            {
                return null;
            }

            // 214 is help or a banner, line by line, and always followed by the reply proper.
            if (!continues && reply.Code != 214)
            {
                return reply;
            }
        }

        return null;
    }

    private static (SnppReply Reply, bool Continues)? Parse(string line) =>
        line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && (line.Length == 3 || line[3] is ' ' or '-')
                ? (new SnppReply(code, line.Length > 4 ? line[4..] : ""), line.Length > 3 && line[3] == '-')
                : null;

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == _buffer.Length)
            {
                return null;
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }
}
