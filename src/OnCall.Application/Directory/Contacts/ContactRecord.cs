using NodaTime;

namespace OnCall.Application.Directory.Contacts;

/// <summary>What a contact method has shown of itself.</summary>
/// <param name="Code">The code that is out for it, also when it is over.</param>
/// <param name="Test">The last test.</param>
/// <param name="WorkedAt">When something last reached it, or was last taken for it by its provider; null where nothing is known.</param>
/// <param name="FailedAt">When something last failed by it.</param>
public sealed record ContactRecord(IssuedCode? Code, ContactTest? Test, Instant? WorkedAt, Instant? FailedAt)
{
    /// <summary>When something last reached it as far as its provider said, or a code from it was typed in; null where no more is known than what was taken.</summary>
    public Instant? ReachedAt { get; init; }

    public static ContactRecord Unknown { get; } = new(null, null, null, null);
}
