namespace OnCall.Domain.Access;

/// <summary>The secret of an API key: 256 random bits behind a mark (<see cref="RandomSecret"/>).</summary>
public static class ApiKeySecret
{
    /// <summary>What every key begins with, so that a leaked one is recognised by scanners.</summary>
    public const string Prefix = "oc_";

    /// <summary>Makes a key from 256 bits of a cryptographic source.</summary>
    public static string FromBits(ulong first, ulong second, ulong third, ulong fourth) => Prefix + RandomSecret.Text(first, second, third, fourth);

    /// <inheritdoc cref="RandomSecret.Hash"/>
    public static string Hash(string secret) => RandomSecret.Hash(secret);
}
