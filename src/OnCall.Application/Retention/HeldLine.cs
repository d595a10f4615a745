namespace OnCall.Application.Retention;

/// <summary>How many things that were old enough a legal hold kept.</summary>
/// <param name="Hold">The hold's id.</param>
/// <param name="Label">What it stood on.</param>
public sealed record HeldLine(string Class, string Kind, Guid Hold, string Label, int Count);
