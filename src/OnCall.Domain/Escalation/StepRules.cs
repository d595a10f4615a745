using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Escalation;

/// <summary>Which step runs next, and whom it asks.</summary>
internal static class StepRules
{
    /// <summary>A step that runs later than this has waited for an outage, and the desk is told.</summary>
    public static readonly Duration LateAfter = Duration.FromSeconds(10);

    /// <summary>Runs the due step, or its repeat; steps that reach nobody are passed at once.</summary>
    public static void RunDue(Turn turn)
    {
        var state = turn.State;
        var due = state.StepDueAt ?? turn.Now;
        if (turn.Now - due > LateAfter)
        {
            turn.Record(PageEventKind.RanLate, $"This step was due at {due:uuuu-MM-dd'T'HH:mm:ss'Z'} and ran {(turn.Now - due).TotalSeconds:0} s late.");
            DeskRules.Tell(turn);
            due = turn.Now;
        }

        // Counting from the due time keeps a class's times true to its acceptance, whatever the sweep's own delay.
        if (state.StepIndex >= 0 && state.Run < state.Steps[state.StepIndex].Repeat && Run(turn, state.StepIndex, state.Run + 1, due))
        {
            return;
        }

        RunFrom(turn, state.StepIndex + 1, due);
    }

    /// <summary>Goes on at once: everyone asked has passed it on, failed or left, or a human wants it.</summary>
    public static void RunNext(Turn turn) => RunFrom(turn, turn.State.StepIndex + 1, turn.Now);

    /// <summary>True when nobody whom the current step asked can be expected to answer any more.</summary>
    public static bool IsSpent(Escalation state) =>
        state.Phase == EscalationPhase.Stepping
        && state.StepIndex >= 0
        && state.StepIndex < state.Steps.Count
        && state.Steps[state.StepIndex].Targets.Any(t => t.Kind != TargetKind.Desk)
        && state.Acknowledgements.Count == 0
        && !state.Responders.Any(r => r.Step == state.StepIndex && r.IsExpected);

    private static void RunFrom(Turn turn, int first, Instant start)
    {
        for (var index = first; index < turn.State.Steps.Count; index++)
        {
            if (Run(turn, index, run: 0, start))
            {
                return;
            }
        }

        turn.State = turn.State with { Phase = EscalationPhase.AtDesk, StepDueAt = null, StepIndex = turn.State.Steps.Count };
        DeskRules.Reach(turn, "No step is left.");
    }

    private static bool Run(Turn turn, int index, int run, Instant start)
    {
        var step = turn.State.Steps[index];
        if (IsForNobody(turn.State, step))
        {
            return false;
        }

        var before = turn.State;
        turn.State = before with { StepIndex = index, Run = run, AcknowledgementsNeeded = Math.Max(before.AcknowledgementsNeeded, step.Acknowledgements) };
        turn.Record(PageEventKind.StepStarted, run == 0 ? $"Step {index + 1} of {before.Steps.Count}." : $"Step {index + 1} of {before.Steps.Count}, repeat {run}.");
        var reached = step.Targets.Where(t => t.Kind is not TargetKind.Fallback).Aggregate(false, (any, target) => Ask(turn, target, index) || any);
        if (!reached && step.Targets.Any(t => t.Kind == TargetKind.Fallback))
        {
            reached = FallbackRules.Ask(turn, index);
        }

        if (step.Targets.All(t => t.Kind == TargetKind.Desk) && index == before.Steps.Count - 1)
        {
            turn.State = turn.State with { Phase = EscalationPhase.AtDesk, StepDueAt = null };
            return true;
        }

        if (!reached)
        {
            turn.Record(PageEventKind.StepSkipped, $"Step {index + 1} reached nobody; the next one runs at once.");
            return false;
        }

        turn.State = turn.State with { StepDueAt = start + Duration.FromSeconds(step.WaitSeconds) };
        return true;
    }

    private static bool IsForNobody(Escalation state, Step step) =>
        state.AnyoneReached && step.Targets.All(t => t.Kind == TargetKind.Fallback);

    private static bool Ask(Turn turn, StepTarget target, int step) => target.Kind switch
    {
        TargetKind.Role => AskPost(turn, new Post(target.Role ?? turn.State.Role, 1), step),
        TargetKind.Tier => AskPost(turn, new Post(turn.State.Role, target.Tier ?? 1), step),
        TargetKind.Person => turn.Ask(target.Person!.Value, null, step, $"{turn.Situation.NameOf(target.Person!.Value)}, the named backup, on shift or not"),
        TargetKind.Desk => AskDesk(turn),
        TargetKind.Fallback => false,
    };

    private static bool AskDesk(Turn turn)
    {
        DeskRules.Reach(turn, "The policy calls the desk.");
        return true;
    }

    /// <summary>Asks everyone on a tier of a role, and whoever holds the role's device.</summary>
    public static bool AskPost(Turn turn, Post post, int step)
    {
        turn.Reach(post);
        if (post.Tier == 1 && turn.Situation.Roles.TryGetValue(post.Role, out var role) && role.ContactMethods.Count > 0)
        {
            turn.AskDevice(post.Role, step);
        }

        var on = turn.Situation.On(post.Role, post.Tier);
        if (on.Count == 0 && post.Tier == 1)
        {
            turn.Record(PageEventKind.Uncovered, $"Nobody is on shift for {turn.Situation.NameOf(post.Role)}.");
        }

        return on.Aggregate(false, (any, person) => turn.Ask(person.Person, post, step, Because(turn, post, person)) || any);
    }

    private static string Because(Turn turn, Post post, OnShift person) =>
        $"{turn.Situation.NameOf(person.Person)}, on shift for {turn.Situation.NameOf(post.Role)}, tier {post.Tier}, until {person.Until:uuuu-MM-dd'T'HH:mm'Z'}";
}
