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

    public Instant? ActivatesAt { get; set; }

    public Instant? ExpiresAt { get; set; }

    public static KeyRow Of(XElement element, string id, string? wrappedBy) => new()
    {
        Id = id,
        Element = element.ToString(SaveOptions.DisableFormatting),
        WrappedBy = WrappedKey.IsIn(element) ? wrappedBy : null,
        ActivatesAt = At(element, "activationDate"),
        ExpiresAt = At(element, "expirationDate"),
    };

    public XElement ToElement() => XElement.Parse(Element);

    private static Instant? At(XElement element, string name) => element.Element(name) is { } at ? Instant.FromDateTimeOffset((DateTimeOffset)at) : null;
}
