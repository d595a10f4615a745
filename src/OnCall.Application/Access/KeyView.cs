using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Access;

/// <summary>A key without its secret, which nobody is told again.</summary>
/// <param name="Person">Employee number of whom it speaks for; null for an integration.</param>
/// <param name="Permissions">An integration's; empty for a person: it may what the person may.</param>
/// <param name="MadeBy"><c>person:N1001</c>, <c>integration:hr</c>, or <c>system</c> for the program itself.</param>
/// <param name="Expires">Null when it does not expire.</param>
/// <param name="LastUsed">To the minute; null when it never was, or not since that is noted.</param>
/// <param name="Revoked">When it was ended; null as long as it was not.</param>
public sealed record KeyView(
    Guid Id, string? Person, string? Integration, IReadOnlyList<GrantView> Permissions, string MadeBy, Instant Made, Instant? Expires, Instant? LastUsed, Instant? Revoked);
