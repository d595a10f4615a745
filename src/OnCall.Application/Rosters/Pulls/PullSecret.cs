namespace OnCall.Application.Rosters.Pulls;

/// <summary>The value of a header that opens a source. No text of it is ever made but by asking for <see cref="Value"/>.</summary>
public sealed class PullSecret(string value)
{
    public string Value { get; } = value;

    public override string ToString() => "…";
}
