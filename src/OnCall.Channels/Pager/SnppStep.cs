namespace OnCall.Channels.Pager;

/// <summary>What to write and what to make of a refusal.</summary>
/// <param name="Lines">Without line ends; empty for the greeting.</param>
/// <param name="Optional">A gateway that refuses it is paged without it.</param>
internal sealed record SnppStep(SnppVerb Verb, IReadOnlyList<string> Lines, bool Optional = false)
{
    internal SnppStep(SnppVerb verb, string line, bool optional = false)
        : this(verb, [line], optional)
    {
    }
}
