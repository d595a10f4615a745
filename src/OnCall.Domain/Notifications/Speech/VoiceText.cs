using System.Globalization;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications.Speech;

/// <summary>
/// What a call says about a page: as <see cref="ExternalText"/>, role, urgency, reference and callback, and who of the staff has it.
/// There is no field for anything else.
/// </summary>
public sealed record VoiceText(ExternalText Text, SpokenLanguage Language)
{
    private const string ExtensionSign = "x";

    private VoicePhrases Phrases => VoicePhrases.Of(Language);

    /// <summary>For a call that belongs to no page.</summary>
    public static string OfNoPage(SpokenLanguage language) => VoicePhrases.Of(language).CannotAnswer;

    /// <summary>Role, urgency, the reference letter by letter and the callback digit by digit.</summary>
    public string Announcement => string.Join(' ', Announced());

    /// <summary>Which key does what.</summary>
    public string Keys => Phrases.Keys;

    /// <summary>Which key does what for one who has the page and has not said in time what came of it.</summary>
    public string OwnersKeys => Phrases.OwnersKeys;

    /// <summary>Where no key can be taken.</summary>
    public string NoKeys => Phrases.NoKeys;

    public string NothingPressed => Phrases.NothingPressed;

    public string NoSignOfLife => Phrases.NoSignOfLife;

    public string YouHaveIt => Phrases.YouHaveIt;

    public string PassedOn => Phrases.PassedOn;

    /// <summary>A critical result is acknowledged by calling and reading the value back.</summary>
    public string ReadBack => Text.Callback is null ? Phrases.ReadBack : $"{Phrases.ReadBack} {CallBack(Text.Callback)}";

    public string Closed => Phrases.Closed;

    public string PassedOnBefore => Phrases.PassedOnBefore;

    public string CannotAnswer => Phrases.CannotAnswer;

    public string NotTaken => Phrases.NotTaken;

    /// <param name="name">A member of the staff.</param>
    public string SomebodyHasIt(string name) => Fill(Phrases.SomebodyHasIt, name);

    public string SeveralHaveIt(int have, int need) => Fill(Phrases.SeveralHaveIt, have, need);

    /// <param name="names">Members of the staff; none where they are not known.</param>
    public string HandedOver(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? Phrases.HandedOverAlready : Fill(Phrases.HandedOver, string.Join(Phrases.Pause, names));

    private IEnumerable<string> Announced()
    {
        if (Text.Purpose == NotificationPurpose.Repeat)
        {
            yield return Phrases.Again;
        }

        yield return Fill(Phrases.Page, Phrases.Name(Text.Urgency), Text.RoleName, Spell(Text.Reference.Value));
        if (Text.Callback is { } callback)
        {
            yield return CallBack(callback);
        }
    }

    // Digit by digit: a voice reads "5550199" as five and a half million.
    private string CallBack(Callback callback)
    {
        var parts = callback.Value.Replace("ext", ExtensionSign, StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Fill(Phrases.CallBack, string.Join(Phrases.Pause, parts.Select(part => string.Join(' ', part.Select(Sound)))));
    }

    private string Spell(string characters) => string.Join(Phrases.Pause, characters.Select(c => c.ToString()));

    private string Sound(char c) => c switch
    {
        '+' => Phrases.Plus,
        '*' => Phrases.Star,
        '#' => Phrases.Hash,
        'x' => Phrases.Extension,
        _ => c.ToString(),
    };

    private static string Fill(string phrase, params ReadOnlySpan<object> with) => string.Format(CultureInfo.InvariantCulture, phrase, with);
}
