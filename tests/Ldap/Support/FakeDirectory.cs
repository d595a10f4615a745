using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OnCall.Ldap.Tests.Support;

/// <summary>
/// A directory that says what a test wants, or nothing, in LDAP's own bytes (RFC 4511) and in the clear: for what no slapd says.
/// </summary>
internal sealed class FakeDirectory : IAsyncDisposable
{
    public const int Bind = 0;
    public const int Search = 3;
    public const int Extended = 23;

    // TLS, for one.
    private const int Unread = -1;
    private const byte FirstByte = 0x30;

    private static readonly Asn1Tag Name = new(TagClass.ContextSpecific, 0);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly Func<FakeRequest, FakeReply?> _reply;
    private readonly Task _gate;
    private int _waiting;

    /// <param name="reply">Null: nothing is ever said.</param>
    /// <param name="gate">Until it is done, nothing is answered.</param>
    public FakeDirectory(Func<FakeRequest, FakeReply?> reply, Task? gate = null)
    {
        (_reply, _gate) = (reply, gate ?? Task.CompletedTask);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public IReadOnlyCollection<FakeRequest> Requests => _requests;

    /// <summary>Requests that were waiting for their answer at one time.</summary>
    public int MostAtOnce { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or AsnContentException)
        {
            // The other side is gone.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var part = new byte[8_192];
        while (await stream.ReadAsync(part, _stop.Token) is > 0 and var read)
        {
            bytes.AddRange(part.AsSpan(0, read));
            while (AsnDecoder.TryReadEncodedValue([.. bytes], AsnEncodingRules.BER, out _, out _, out _, out var length))
            {
                var request = Read(bytes[..length].ToArray());
                bytes.RemoveRange(0, length);
                _requests.Enqueue(request);
                Count(1);
                await _gate.WaitAsync(_stop.Token);
                Count(-1);
                if (_reply(request) is not { } reply)
                {
                    continue;
                }

                if (reply.Closes || request.Operation is not (Bind or Search or Extended))
                {
                    return;
                }

                await stream.WriteAsync(Written(request, reply), _stop.Token);
            }
        }
    }

    private void Count(int more)
    {
        lock (_requests)
        {
            _waiting += more;
            MostAtOnce = Math.Max(MostAtOnce, _waiting);
        }
    }

    private static FakeRequest Read(byte[] bytes)
    {
        if (bytes[0] != FirstByte)
        {
            return new(0, Unread, "", "", Encoding.Latin1.GetString(bytes));
        }

        var message = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
        message.TryReadInt32(out var id);
        var tag = message.PeekTag();
        if (tag.TagValue is not (Bind or Search))
        {
            return new(id, tag.TagValue, "", "", Encoding.Latin1.GetString(bytes));
        }

        var operation = message.ReadSequence(tag);
        if (tag.TagValue == Bind)
        {
            operation.ReadInteger();
            return new(id, Bind, Text(operation.ReadOctetString()), Text(operation.ReadOctetString(Name)), Encoding.Latin1.GetString(bytes));
        }

        return new(id, Search, Text(operation.ReadOctetString()), "", Encoding.Latin1.GetString(bytes));
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static byte[] Written(FakeRequest request, FakeReply reply)
    {
        var messages = new List<byte>();
        foreach (var (dn, attributes) in reply.Entries)
        {
            messages.AddRange(Message(request.Id, 4, w =>
            {
                w.WriteOctetString(Encoding.UTF8.GetBytes(dn));
                using (w.PushSequence())
                {
                    foreach (var (name, value) in attributes)
                    {
                        using (w.PushSequence())
                        {
                            w.WriteOctetString(Encoding.UTF8.GetBytes(name));
                            using (w.PushSetOf())
                            {
                                w.WriteOctetString(value);
                            }
                        }
                    }
                }
            }));
        }

        if (reply.Elsewhere is not null)
        {
            messages.AddRange(Message(request.Id, 19, w => w.WriteOctetString(Encoding.UTF8.GetBytes(reply.Elsewhere))));
        }

        messages.AddRange(Message(request.Id, request.Operation == Search ? 5 : request.Operation + 1, w =>
        {
            w.WriteEncodedValue([0x0a, 1, (byte)reply.Code]);
            w.WriteOctetString([]);
            w.WriteOctetString(Encoding.UTF8.GetBytes(reply.Said));
        }));
        return [.. messages];
    }

    private static byte[] Message(int id, int operation, Action<AsnWriter> body)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, operation)))
            {
                body(writer);
            }
        }

        return writer.Encode();
    }
}
