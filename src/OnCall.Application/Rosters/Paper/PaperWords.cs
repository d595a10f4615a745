using NodaTime;

namespace OnCall.Application.Rosters.Paper;

/// <summary>How a sheet speaks to its reader, where that is not English. Names of the directory stay as they are.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Say">A sentence of ours, given in English.</param>
/// <param name="Moment">A time of any year, by the wall clock.</param>
/// <param name="Short">A time within about a year, by the wall clock.</param>
public sealed record PaperWords(string Language, Func<string, string> Say, Func<LocalDateTime, string> Moment, Func<LocalDateTime, string> Short);
