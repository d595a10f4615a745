using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>How a page stands for somebody, in the words of a call, where it asks them nothing more.</summary>
internal static class SpokenStanding
{
    /// <summary>Null while it still asks them.</summary>
    public static string? Of(Escalation escalation, Answerer by, VoiceText speech) => escalation.Phase switch
    {
        EscalationPhase.Resolved or EscalationPhase.Cancelled => speech.Closed,
        // Nobody has said in time what came of it: whoever has it is asked again, and whoever was asked with them may take it.
        EscalationPhase.Acknowledged when escalation.IsOverdue => WhileOpen(escalation, by, speech),
        EscalationPhase.Acknowledged => Has(escalation, by) ? speech.YouHaveIt : speech.SomebodyHasIt(escalation.Acknowledgements[^1].Name),
        EscalationPhase.Stepping or EscalationPhase.AtDesk or EscalationPhase.TakenOver or EscalationPhase.Standing =>
            Has(escalation, by) ? speech.YouHaveIt : WhileOpen(escalation, by, speech),
    };

    /// <summary>What is said to somebody who is asked, before the keys are waited for and after none was pressed.</summary>
    public static (string Keys, string WhenSilent) Question(Escalation escalation, Answerer by, VoiceText speech) =>
        Has(escalation, by) ? (speech.OwnersKeys, speech.NoSignOfLife) : (speech.Keys, speech.NothingPressed);

    private static bool Has(Escalation escalation, Answerer by) => escalation.Acknowledgements.Any(a => a.Person == by.Person);

    private static string? WhileOpen(Escalation escalation, Answerer by, VoiceText speech) =>
        escalation.Responders.FirstOrDefault(r => r.Person == by.Person) is not { } responder
            ? by.HoldsDevice ? null : speech.CannotAnswer
            : responder.Standing switch
            {
                Standing.Notified or Standing.Acknowledged => null,
                Standing.Declined => speech.PassedOnBefore,
                Standing.ShiftEnded or Standing.Rerouted => speech.HandedOver([]),
            };
}
