using OnCall.Domain.Access;

namespace OnCall.Data.Access;

/// <summary>A key or an invitation that is open, or a key that it was made with.</summary>
internal sealed class MadeRow
{
    /// <summary>Null for an invitation.</summary>
    public ApiKeyId? KeyId { get; set; }

    /// <summary>Null for a key.</summary>
    public string? TokenHash { get; set; }

    public string MadeBy { get; set; } = "";

    public ApiKeyId? MadeWith { get; set; }
}
