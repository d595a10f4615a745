using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace OnCall.Testing.Providers;

/// <summary>One request as a stub got it.</summary>
/// <param name="At">When its last byte had come in, by the stub's clock.</param>
public sealed record ProviderRequest(Instant At, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as it came, where it is no text.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The body read as a form.</summary>
    public IReadOnlyDictionary<string, string> Form { get; } =
        QueryHelpers.ParseQuery(Body).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
}
