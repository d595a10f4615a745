using System.Diagnostics.CodeAnalysis;

namespace OnCall.Application;

/// <summary>What a use case answers: a value, or a refusal that the caller can act on.</summary>
[SuppressMessage("Design", "CA1000", Justification = "The conversions below are how an answer is made.")]
public sealed record Answer<T>
{
    private Answer(T? value, Refusal? refusal, bool created)
    {
        Value = value;
        Refusal = refusal;
        IsNew = created;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    /// <summary>The value was made by this call (201), rather than changed or found (200).</summary>
    public bool IsNew { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Ok => Refusal is null;

    public static Answer<T> Created(T value) => new(value, null, created: true);

    [SuppressMessage("Usage", "CA2225", Justification = "Answers are returned, not converted by name.")]
    public static implicit operator Answer<T>(T value) => new(value, null, created: false);

    [SuppressMessage("Usage", "CA2225", Justification = "Answers are returned, not converted by name.")]
    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal, created: false);
}
