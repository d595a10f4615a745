namespace OnCall.Domain.Retention;

/// <summary>What becomes of a thing.</summary>
public enum RetentionFate
{
    /// <summary>It is not old enough, or kept for ever.</summary>
    Stays,

    /// <summary>It is old enough, and a legal hold keeps it.</summary>
    Held,

    Goes,
}
