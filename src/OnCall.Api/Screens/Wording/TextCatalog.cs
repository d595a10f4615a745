using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace OnCall.Api.Screens.Wording;

/// <summary>
/// The words of the screens in a language that is not English. Their key is the English text itself; they lie in
/// <c>Texts/*.ja.resx</c> and <c>Texts/*.zh-Hans.resx</c>, a file for each area.
/// </summary>
internal static class TextCatalog
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> Read = new(StringComparer.Ordinal);

    internal static IReadOnlyList<string> Areas { get; } = ["Shared", "SignIn", "Staff", "Dispatch", "Rota", "Admin"];

    /// <summary>All texts of that language; none for English.</summary>
    internal static FrozenDictionary<string, string> Of(ScreenLanguage language) => Read.GetOrAdd(language.Tag, ReadAll);

    /// <summary>The texts of one area in that language.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Of(string area, string tag) =>
        (new ResourceManager($"{typeof(TextCatalog).Namespace}.Texts.{area}", typeof(TextCatalog).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(tag), createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"There are no texts {area} in {tag}."))
        .Cast<DictionaryEntry>()
        .Select(text => KeyValuePair.Create((string)text.Key, (string)text.Value!));

    private static FrozenDictionary<string, string> ReadAll(string tag)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (english, text) in tag == ScreenLanguage.English.Tag ? [] : Areas.SelectMany(area => Of(area, tag)))
        {
            texts[english] = text;
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
