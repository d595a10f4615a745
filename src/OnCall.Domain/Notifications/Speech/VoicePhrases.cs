using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications.Speech;

/// <summary>What a call says, in one language. Numbers in braces stand for what is filled in.</summary>
internal sealed partial record VoicePhrases
{
    /// <summary>0 the urgency, 1 the role, 2 the reference, spelled.</summary>
    public required string Page { get; init; }

    /// <summary>Goes before <see cref="Page"/> when it is asked again.</summary>
    public required string Again { get; init; }

    /// <summary>0 the number, digit by digit.</summary>
    public required string CallBack { get; init; }

    public required string Keys { get; init; }

    /// <summary>For one who has the page, and has not said in time what came of it.</summary>
    public required string OwnersKeys { get; init; }

    public required string NoKeys { get; init; }

    public required string NothingPressed { get; init; }

    /// <summary>As <see cref="NothingPressed"/>, for one who has the page.</summary>
    public required string NoSignOfLife { get; init; }

    public required string YouHaveIt { get; init; }

    public required string PassedOn { get; init; }

    /// <summary>0 whoever has it.</summary>
    public required string SomebodyHasIt { get; init; }

    /// <summary>0 how many have it, 1 how many are needed.</summary>
    public required string SeveralHaveIt { get; init; }

    public required string ReadBack { get; init; }

    /// <summary>0 to whom.</summary>
    public required string HandedOver { get; init; }

    public required string HandedOverAlready { get; init; }

    public required string Closed { get; init; }

    public required string PassedOnBefore { get; init; }

    public required string CannotAnswer { get; init; }

    public required string NotTaken { get; init; }

    public required string Code { get; init; }

    public required string Urgent { get; init; }

    public required string CriticalResult { get; init; }

    public required string Routine { get; init; }

    public required string Plus { get; init; }

    public required string Star { get; init; }

    public required string Hash { get; init; }

    public required string Extension { get; init; }

    /// <summary>Between two characters that are spelled.</summary>
    public required string Pause { get; init; }

    public static VoicePhrases Of(SpokenLanguage language) => language switch
    {
        SpokenLanguage.BritishEnglish => English,
        SpokenLanguage.AmericanEnglish => American,
        SpokenLanguage.Japanese => Japanese,
        SpokenLanguage.Chinese => Chinese,
    };

    public string Name(Urgency urgency) => urgency switch
    {
        Urgency.Code => Code,
        Urgency.Urgent => Urgent,
        Urgency.CriticalResult => CriticalResult,
        Urgency.Routine => Routine,
    };
}
