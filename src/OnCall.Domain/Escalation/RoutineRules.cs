namespace OnCall.Domain.Escalation;

/// <summary>
/// A routine page: it runs no steps, waits quietly with whoever is on, and stands silently on the desk's board when nobody is.
/// </summary>
internal static class RoutineRules
{
    public static void Stand(Turn turn)
    {
        turn.State = turn.State with { Phase = EscalationPhase.Standing };
        StepRules.AskRole(turn, turn.State.Role, 0);
        StandAtDeskIfNobody(turn);
    }

    /// <summary>Uncovered, passed on by everyone, or left by the last one's shift: the fallback role sees it, and it stands on the board.</summary>
    public static void StandAtDeskIfNobody(Turn turn)
    {
        if (turn.State is { Phase: EscalationPhase.Standing, AtDesk: false } && !turn.Responders.Any(r => r.IsExpected))
        {
            FallbackRules.Ask(turn, 0);
            DeskRules.Reach(turn, "Nobody can be expected to see it.");
        }
    }
}
