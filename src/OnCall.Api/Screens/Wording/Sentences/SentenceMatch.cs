namespace OnCall.Api.Screens.Wording.Sentences;

/// <param name="First">Where the first character of the pattern's own stands in the text.</param>
internal sealed record SentenceMatch(SentencePattern Pattern, int First, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Whether an argument before its end may be the end of one sentence and the beginning of the next.</summary>
    internal bool MayHoldSeveral => Pattern.Names.Take(Pattern.Names.Count - (Pattern.EndsOpen ? 1 : 0)).Any(name => Arguments[name].Contains(". ", StringComparison.Ordinal));

    /// <summary>
    /// Whether it says more of the text than another. What begins earlier does, for what people wrote stands at the end: whatever reads
    /// like a sentence of ours within it is theirs. Otherwise the more characters are its own.
    /// </summary>
    internal bool IsBetterThan(SentenceMatch? other) =>
        other is null || First < other.First || (First == other.First && Pattern.Own > other.Pattern.Own);
}
