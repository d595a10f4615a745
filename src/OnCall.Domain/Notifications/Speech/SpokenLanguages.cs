namespace OnCall.Domain.Notifications.Speech;

/// <summary>Which language a person is spoken to in.</summary>
public static class SpokenLanguages
{
    /// <summary>By the BCP 47 tag of the language that they read; English for every other, and for nobody in particular.</summary>
    public static SpokenLanguage Of(string? tag)
    {
        var parts = (tag ?? "").Split('-', '_');
        return parts[0].ToLowerInvariant() switch
        {
            "ja" => SpokenLanguage.Japanese,
            "zh" => SpokenLanguage.Chinese,
            "en" when parts.Skip(1).Contains("us", StringComparer.OrdinalIgnoreCase) => SpokenLanguage.AmericanEnglish,
            _ => SpokenLanguage.BritishEnglish,
        };
    }

    /// <summary>The tag of the voice that speaks it.</summary>
    public static string ToTag(this SpokenLanguage language) => language switch
    {
        SpokenLanguage.BritishEnglish => "en-GB",
        SpokenLanguage.AmericanEnglish => "en-US",
        SpokenLanguage.Japanese => "ja-JP",
        SpokenLanguage.Chinese => "zh-CN",
    };
}
