using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OnCall.Application;

/// <summary>JSON that is written by hand.</summary>
public static class JsonText
{
    public static string Of(Action<Utf8JsonWriter> write, JsonWriterOptions options = default) => Encoding.UTF8.GetString(Utf8(write, options));

    /// <summary>The same in UTF-8, without a mark at its beginning.</summary>
    public static ReadOnlySpan<byte> Utf8(Action<Utf8JsonWriter> write, JsonWriterOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return buffer.WrittenSpan;
    }
}
