using OnCall.Domain.Access;

namespace OnCall.Domain.Rosters;

/// <summary>The secret in the address of a calendar feed, since calendars send no key: 192 random bits (<see cref="RandomSecret"/>).</summary>
public static class FeedToken
{
    /// <summary>Makes a token, fit for a path, from 192 bits of a cryptographic source.</summary>
    public static string FromBits(ulong first, ulong second, ulong third) => RandomSecret.Text(first, second, third);

    /// <inheritdoc cref="RandomSecret.Hash"/>
    public static string Hash(string token) => RandomSecret.Hash(token);
}
