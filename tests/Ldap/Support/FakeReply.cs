using System.Text;

namespace OnCall.Ldap.Tests.Support;

/// <param name="Code">RFC 4511 §4.1.9.</param>
/// <param name="Said">The diagnostic message.</param>
internal sealed record FakeReply(int Code = 0, string Said = "")
{
    public static FakeReply Close { get; } = new() { Closes = true };

    public bool Closes { get; init; }

    public IReadOnlyList<(string Dn, (string Name, byte[] Value)[] Attributes)> Entries { get; init; } = [];

    /// <summary>Where a search should go on, in the words of the server.</summary>
    public string? Elsewhere { get; init; }

    public static FakeReply Entry(string dn, params (string Name, string Value)[] attributes) =>
        new() { Entries = [(dn, [.. attributes.Select(a => (a.Name, Encoding.UTF8.GetBytes(a.Value)))])] };
}
