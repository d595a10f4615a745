using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications.Speech;

namespace OnCall.Application.Paging;

/// <summary>What became of a key, in the words of a call.</summary>
internal static class SpokenOutcome
{
    public static string Of(Outcome outcome, Situation situation, VoiceText speech, bool passesOn) => outcome switch
    {
        Outcome.Taken => speech.YouHaveIt,
        Outcome.Done => speech.PassedOn,
        Outcome.AlreadyYours => passesOn ? speech.PassedOn : speech.YouHaveIt,
        Outcome.OneOfSeveral several => speech.SeveralHaveIt(several.Have, several.Need),
        Outcome.AlreadyAcknowledged has => speech.SomebodyHasIt(has.Name),
        Outcome.ReadBackNeeded => speech.ReadBack,
        Outcome.HandedOver over => speech.HandedOver([.. over.To.Select(situation.NameOf)]),
        Outcome.Closed => speech.Closed,
        Outcome.NotAResponder or Outcome.NotAcknowledged => speech.PassedOnBefore,
        _ => speech.NotTaken,
    };
}
