using System.Text.Json;
using System.Xml.Linq;
using NodaTime;

namespace OnCall.Data.Protection;

/// <summary>A key of the ring, or the revocation of one, as a row.</summary>
internal sealed class KeyRow
{
    public string Id { get; set; } = "";

    public string Element { get; set; } = "";

    /// <summary>Null for what holds no secret.</summary>
    public string? WrappedBy { get; set; }

    /// <summary>From the element, which the mark covers: the columns are for people.</summary>
    public Instant? ActivatesAt => At("activationDate");

    /// <inheritdoc cref="ActivatesAt"/>
    public Instant? ExpiresAt => At("expirationDate");

    /// <summary>Null, like <see cref="Mark"/>, for what OnCall has not written, or a version before marks.</summary>
    public string? MarkedBy { get; set; }

    public byte[]? Mark { get; set; }

    public static KeyRow Of(XElement element, string id, KeyWraps wraps)
    {
        var row = new KeyRow
        {
            Id = id,
            Element = element.ToString(SaveOptions.DisableFormatting),
            WrappedBy = WrappedKey.IsIn(element) ? wraps.Name : null,
            MarkedBy = wraps.Name,
        };
        row.Mark = wraps.Mark(row);
        return row;
    }

    public XElement ToElement() => XElement.Parse(Element);

    /// <summary>All that the row says, no two alike: what its mark is made over.</summary>
    public byte[] Marked() => JsonSerializer.SerializeToUtf8Bytes(
        new[] { "oncall-key-ring-1", Id, WrappedBy, MarkedBy, Element });

    // The databases keep milliseconds.
    private Instant? At(string name) => ToElement().Element(name) is { } at
        ? Instant.FromUnixTimeMilliseconds(((DateTimeOffset)at).ToUnixTimeMilliseconds())
        : null;
}
