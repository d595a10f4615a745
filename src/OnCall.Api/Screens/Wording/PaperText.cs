using NodaTime;
using OnCall.Application.Rosters.Paper;

namespace OnCall.Api.Screens.Wording;

/// <summary>The sheet for when the computers are down, in the language of whoever opens it.</summary>
internal static class PaperText
{
    /// <summary>Null for English, which the sheet speaks by itself.</summary>
    internal static PaperWords? ForPaper(this Texts t) => t.Language == ScreenLanguage.English ? null : new PaperWords(
        t.Language.Tag, t.Sentence, DatePatterns.Of(t.Language).SecondOfYear.Format, at => Short(t, at));

    private static string Short(Texts t, LocalDateTime at) => $"{t.Day(at.Date)} {DatePatterns.Minute.Format(at.TimeOfDay)}";
}
