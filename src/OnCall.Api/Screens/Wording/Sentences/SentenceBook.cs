using System.Globalization;

namespace OnCall.Api.Screens.Wording.Sentences;

/// <summary>
/// The sentences of the rules in another language. They are English in the database and the API, and are translated where a screen
/// shows them. What is not known stays English, whole.
/// </summary>
internal sealed class SentenceBook
{
    /// <summary>An argument whose name begins so is itself a sentence or phrase of the rules; every other is left as it is.</summary>
    internal const string Said = "said";

    private const int MostSentences = 10;
    private const int Deepest = 3;

    private static readonly Lazy<SentenceBook> Japanese = new(() => Read("ja"));
    private static readonly Lazy<SentenceBook> Chinese = new(() => Read("zh-Hans"));

    private readonly Dictionary<string, string> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<SentencePattern, SentencePattern> _translations = [];
    private readonly ILookup<char, SentencePattern> _byStart;

    internal SentenceBook(IEnumerable<KeyValuePair<string, string>> translations)
    {
        foreach (var (english, translated) in translations)
        {
            var pattern = SentencePattern.Read(english);
            var into = SentencePattern.Read(translated);
            if (pattern.Names.Count == 0)
            {
                _whole[pattern.Start] = into.Start;
            }
            else
            {
                _translations[pattern] = into;
            }
        }

        _byStart = _translations.Keys.ToLookup(pattern => pattern.Start is [var first, ..] ? first : '\0');
    }

    /// <summary>The sentence in the language of that culture; as it is where the language is neither Japanese nor Simplified Chinese.</summary>
    internal static string In(CultureInfo culture, string sentence)
    {
        for (var language = culture; language.Name.Length > 0; language = language.Parent)
        {
            switch (language.Name)
            {
                case "ja":
                    return Japanese.Value.Translate(sentence);
                case "zh-Hans":
                    return Chinese.Value.Translate(sentence);
            }
        }

        return sentence;
    }

    /// <summary>The sentence, or the several sentences, translated; as it is where one of them is not known. Instants in it stay as they are written.</summary>
    internal string Translate(string sentence) => Known(sentence, 0) ?? sentence;

    private string? Known(string text, int depth)
    {
        if (_whole.TryGetValue(text, out var whole))
        {
            return whole;
        }

        var best = Best(text);
        var several = best is null || best.MayHoldSeveral ? OneByOne(text, depth) : null;
        return several ?? (best is null ? null : Fill(best, depth));
    }

    private SentenceMatch? Best(string text) =>
        text.Length == 0 ? null : _byStart[text[0]].Concat(_byStart['\0']).Aggregate(
            (SentenceMatch?)null, (found, pattern) => pattern.Match(text) is { } match && match.IsBetterThan(found) ? match : found);

    private string Fill(SentenceMatch match, int depth) => _translations[match.Pattern].Fill(name => Argument(name, match.Arguments[name], depth));

    private string Argument(string name, string value, int depth) =>
        name.StartsWith(Said, StringComparison.Ordinal) && depth < Deepest ? Known(value, depth + 1) ?? value : value;

    // One of several. What may end with words that people wrote comes last, for everything after it can be theirs.
    private string? One(string text, bool isLast, int depth) =>
        _whole.TryGetValue(text, out var whole) ? whole
        : Best(text) is { } match && (isLast || !match.Pattern.EndsOpen) ? Fill(match, depth)
        : null;

    // Sentences may hold full stops ("Dr. Ann"), so the ends that fit are looked for, from the last one back.
    private string? OneByOne(string text, int depth)
    {
        List<int> starts = [0];
        for (var end = text.IndexOf(". ", StringComparison.Ordinal); end >= 0; end = text.IndexOf(". ", end + 2, StringComparison.Ordinal))
        {
            starts.Add(end + 2);
        }

        if (starts.Count is 1 or > MostSentences)
        {
            return null;
        }

        var rest = new string?[starts.Count + 1];
        rest[^1] = "";
        for (var from = starts.Count - 1; from >= 0; from--)
        {
            for (var to = from + 1; to <= starts.Count && rest[from] is null; to++)
            {
                var end = to == starts.Count ? text.Length : starts[to] - 1;
                rest[from] = rest[to] is { } after && One(text[starts[from]..end], to == starts.Count, depth) is { } found ? found + after : null;
            }
        }

        return rest[0];
    }

    private static SentenceBook Read(string language) => new(TextCatalog.Of("Sentences", language));
}
