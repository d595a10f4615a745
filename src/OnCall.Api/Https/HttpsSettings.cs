using System.Globalization;
using System.Net;

namespace OnCall.Api.Https;

/// <summary>How requests come in: <c>OnCall__Https__*</c>. The certificate itself is a setting of Kestrel.</summary>
public sealed class HttpsSettings
{
    private const int SecondsADay = 24 * 60 * 60;

    /// <summary>Addresses or networks (<c>10.0.3.0/24</c>) of the proxies whose word on scheme and client address is taken.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>Whether requests without HTTPS are turned away. Null: where this server has a certificate, or a proxy is named.</summary>
    public bool? Require { get; set; }

    /// <summary>For how many days browsers shall come by HTTPS only (RFC 6797); 0 to tell them nothing.</summary>
    public int HstsDays { get; set; } = 365;

    /// <summary>The header Strict-Transport-Security (RFC 6797, 6.1); null where browsers are told nothing.</summary>
    internal string? StrictTransport => HstsDays > 0 ? string.Create(CultureInfo.InvariantCulture, $"max-age={HstsDays * SecondsADay}") : null;

    internal bool Right => HstsDays is >= 0 and <= 3650 && Proxies.All(p => Network(p) is not null);

    /// <summary>Null when it is neither an address nor a network.</summary>
    internal static IPNetwork? Network(string text)
    {
        if (IPAddress.TryParse(text, out var one))
        {
            return new IPNetwork(one, one.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}
