using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>Another role that answers when this one cannot.</summary>
internal static class FallbackRules
{
    /// <summary>The longest walk from fallback to fallback.</summary>
    public const int MostHops = 3;

    /// <summary>Walks from fallback to fallback, never to a role twice, until somebody can be reached.</summary>
    public static bool Ask(Turn turn, int step)
    {
        var role = turn.State.Role;
        for (var hop = 0; hop < MostHops; hop++)
        {
            if (!turn.Situation.Roles.TryGetValue(role, out var from) || from.FallbackRole is not { } next
                || next == turn.State.Role || turn.State.Visited.Contains(next))
            {
                return false;
            }

            turn.State = turn.State with { Visited = [.. turn.State.Visited, next] };
            turn.Record(PageEventKind.FallbackRole, $"{turn.Situation.NameOf(from.Id)} could not be reached; {turn.Situation.NameOf(next)} is asked instead.");
            if (StepRules.AskRole(turn, next, step))
            {
                turn.TellSender();
                return true;
            }

            role = next;
        }

        return false;
    }
}
