namespace OnCall.RosterFiles.Excel;

/// <summary>
/// Reads no more than so many bytes of a part, whatever an archive says of its sizes; and no tag or text that goes on without end, since
/// a reader keeps a tag with all of its attributes in memory.
/// </summary>
internal sealed class LimitedStream(Stream inner, long limit) : Stream
{
    // The longest text of a cell, each sign written as a number.
    private const int LongestTag = 1024 * 1024;

    private long _read;
    private int _open;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = Count(inner.Read(buffer));
        var end = buffer[..read].LastIndexOf((byte)'>');
        _open = end < 0 ? _open + read : read - end - 1;
        return _open <= LongestTag ? read : throw WorkbookFault.Corrupt("one of its parts has a tag or a text without end");
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        return _read <= limit ? read : throw WorkbookFault.TooLarge($"one of its parts unpacks to more than {limit / 1024 / 1024} MiB");
    }
}
