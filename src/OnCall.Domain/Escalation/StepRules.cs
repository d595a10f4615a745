using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
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
        due = TellIfLate(turn, due) ? turn.Now : due;

        // Counting from the due time keeps a class's times true to its acceptance, whatever the sweep's own delay.
        if (state.StepIndex >= 0 && state.Run < state.Steps[state.StepIndex].Repeat && Run(turn, state.StepIndex, state.Run + 1, due))
        {
            return;
        }

        RunFrom(turn, state.StepIndex + 1, due);
    }

    /// <summary>How long a step waits: at least a second.</summary>
    public static Duration WaitOf(Step step) => Duration.FromSeconds(Math.Max(1, step.WaitSeconds));

    /// <summary>Tells the desk of what has waited for an outage; answers whether it has.</summary>
    public static bool TellIfLate(Turn turn, Instant due)
    {
        if (turn.Now - due <= LateAfter)
        {
            return false;
        }

        turn.Record(PageEventKind.RanLate, $"This step was due at {UtcText.Second(due)} and ran {(turn.Now - due).TotalSeconds:0} s late.");
        DeskRules.Tell(turn);
        return true;
    }

    /// <summary>Goes on at once: everyone asked has passed it on, failed or left, or a human wants it.</summary>
    public static void RunNext(Turn turn) => RunFrom(turn, turn.State.StepIndex + 1, turn.Now);

    /// <summary>True when nobody whom the current step asked can be expected to answer any more.</summary>
    public static bool IsSpent(Turn turn) =>
        turn.State is { Phase: EscalationPhase.Stepping, StepIndex: >= 0 } state
        && state.StepIndex < state.Steps.Count
        && !state.Steps[state.StepIndex].IsDeskOnly
        && !turn.Responders.Any(r => r.Step == state.StepIndex && r.IsExpected);

    /// <summary>Asks everyone on a tier of a role, and whoever holds the role's device.</summary>
    public static bool AskPost(Turn turn, Post post, int step)
    {
        var first = turn.Reach(post);
        if (post.Tier == 1 && turn.Situation.HasDevice(post.Role))
        {
            turn.AskDevice(post.Role, first ? NotificationPurpose.Page : NotificationPurpose.Repeat, step);
        }

        var on = turn.Situation.On(post.Role, post.Tier);
        if (on.Count == 0 && post.Tier == 1)
        {
            turn.Record(PageEventKind.Uncovered, Uncovered(turn, post.Role));
        }

        return on.Aggregate(false, (any, person) => turn.Ask(person.Person, post, step, Because(turn, post, person)) || any);
    }

    /// <summary>Asks a role as a whole: its first tier that can be reached.</summary>
    public static bool AskRole(Turn turn, RoleId role, int step) =>
        AskPost(turn, new Post(role, 1), step)
        || (turn.Situation.On(role, 2).Count > 0 && AskPost(turn, new Post(role, 2), step))
        || (turn.Situation.On(role, 3).Count > 0 && AskPost(turn, new Post(role, 3), step));

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
        if (step.IsFallbackOnly && turn.Responders.Any(r => r.WasReached))
        {
            return false;
        }

        var before = turn.State;
        turn.State = before with { StepIndex = index, Run = run, AcknowledgementsNeeded = Math.Max(before.AcknowledgementsNeeded, step.Acknowledgements) };
        turn.Record(PageEventKind.StepStarted, run == 0 ? $"Step {index + 1} of {before.Steps.Count}." : $"Step {index + 1} of {before.Steps.Count}, repeat {run}.");
        if (step.IsDeskOnly && index == before.Steps.Count - 1)
        {
            turn.State = turn.State with { Phase = EscalationPhase.AtDesk, StepDueAt = null };
            DeskRules.Reach(turn, "The last step is the desk.");
            return true;
        }

        if (!AskTargets(turn, step, index))
        {
            turn.Record(PageEventKind.StepSkipped, $"Step {index + 1} reached nobody; the next one runs at once.");
            return false;
        }

        // Never in the past: each step has its own time, however late the one before it ran.
        turn.State = turn.State with { StepDueAt = EscalationRules.NextAfter(start, WaitOf(step), turn.Now) };
        return true;
    }

    // Beside people the desk is only told: with none of them to wait for, the page goes on at once.
    private static bool AskTargets(Turn turn, Step step, int index)
    {
        var reached = false;
        foreach (var target in step.Targets)
        {
            reached |= Ask(turn, target, index) && (target.Kind != TargetKind.Desk || step.IsDeskOnly);
        }

        return reached || (step.Targets.Any(t => t.Kind == TargetKind.Fallback) && FallbackRules.Ask(turn, index));
    }

    private static bool Ask(Turn turn, StepTarget target, int step) => target.Kind switch
    {
        TargetKind.Role => AskPost(turn, new Post(target.Role ?? turn.State.Role, 1), step),
        TargetKind.Tier => AskPost(turn, new Post(turn.State.Role, target.Tier ?? 1), step),
        TargetKind.Person => target.Person is { } person && AskBackup(turn, person, step),
        TargetKind.Desk => AskDesk(turn),
        TargetKind.Fallback => false,
    };

    private static bool AskBackup(Turn turn, PersonId person, int step)
    {
        if (!turn.Situation.MayPage(person))
        {
            turn.Record(PageEventKind.Unreachable, "The named backup is no longer active and is not paged.", turn.Situation.People.ContainsKey(person) ? person : null);
        }

        return turn.Ask(person, null, step, $"{turn.Situation.NameOf(person)}, the named backup, on shift or not");
    }

    private static bool AskDesk(Turn turn)
    {
        DeskRules.Reach(turn, "The policy calls the desk.");
        return turn.Situation.Desk.Any(p => turn.Situation.CanReach(p, turn.State.Urgency));
    }

    private static string Uncovered(Turn turn, RoleId role) =>
        turn.Situation.Rosters.TryGetValue(role, out var resolution) && resolution.Covered
            ? $"Nobody is on tier 1 of {turn.Situation.NameOf(role)}."
            : $"Nobody is on shift for {turn.Situation.NameOf(role)}.";

    private static string Because(Turn turn, Post post, OnShift person) =>
        $"{turn.Situation.NameOf(person.Person)}, on shift for {turn.Situation.NameOf(post.Role)}, tier {post.Tier}, until {UtcText.Minute(person.Until)}";
}
