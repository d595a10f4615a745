using Microsoft.Net.Http.Headers;

namespace OnCall.Api.Screens.Wording;

/// <summary>A language that the screens speak.</summary>
/// <param name="Tag">BCP 47, as in <c>lang</c> and in the names of the resource files.</param>
/// <param name="Name">In itself.</param>
internal sealed record ScreenLanguage(string Tag, string Name)
{
    internal static ScreenLanguage English { get; } = new("en", "English");

    internal static ScreenLanguage Japanese { get; } = new("ja", "日本語");

    internal static ScreenLanguage Chinese { get; } = new("zh-Hans", "简体中文");

    internal static IReadOnlyList<ScreenLanguage> All { get; } = [English, Japanese, Chinese];

    /// <summary>By what the person chose, else by what the browser asks for, else English.</summary>
    /// <param name="chosen">BCP 47 tag, or null.</param>
    /// <param name="accepted">The header <c>Accept-Language</c> (RFC 9110, section 12.5.4), or null.</param>
    internal static ScreenLanguage For(string? chosen, string? accepted) =>
        Of(chosen)
        ?? Wanted(accepted).Select(Of).FirstOrDefault(l => l is not null)
        ?? English;

    /// <summary>By the first part of the tag: who reads Traditional Chinese reads the simplified rather than English. Null for any other language.</summary>
    internal static ScreenLanguage? Of(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "en" => English,
        "ja" => Japanese,
        "zh" => Chinese,
        _ => null,
    };

    private static IEnumerable<string> Wanted(string? accepted) => StringWithQualityHeaderValue.TryParseList([accepted ?? ""], out var wanted)
        ? wanted.Where(w => w.Quality is not 0).OrderByDescending(w => w.Quality ?? 1).Select(w => w.Value.ToString())
        : [];
}
