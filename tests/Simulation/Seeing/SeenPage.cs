using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Nodes;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>All that was seen of one page, in order.</summary>
internal sealed class SeenPage(PageId id, Sight sight)
{
    private readonly Dictionary<NotificationId, SeenNotification> _byId = sight.Notifications.Where(n => n.Page == id).ToDictionary(n => n.Id);

    public PageId Id => id;

    public IReadOnlyList<SeenState> States { get; } = [.. sight.States.Where(s => s.Page == id)];

    public IReadOnlyList<SeenEvent> Events { get; } = [.. sight.Events.Where(e => e.Page == id)];

    public IReadOnlyList<SeenNotification> Notifications { get; } = [.. sight.Notifications.Where(n => n.Page == id)];

    public IReadOnlyList<Act> Acts { get; } = [.. sight.Acts.Where(a => a.Page == id)];

    public IReadOnlyList<Call> Calls => field ??= [.. sight.Calls.Where(c => _byId.ContainsKey(c.Id))];

    public SeenState First => States[0];

    public SeenState Last => States[^1];

    public Instant AcceptedAt => First.At;

    public Urgency Urgency => First.Escalation.Urgency;

    public SeenNotification NotificationOf(Call call) => _byId[call.Id];

    public PersonId? PersonOf(Call call) => _byId[call.Id].Person;

    /// <summary>How it stood at a true instant; the first state before it was accepted.</summary>
    public SeenState StateAt(Instant at)
    {
        var place = States.Count - 1;
        while (place > 0 && States[place].At > at)
        {
            place--;
        }

        return States[place];
    }

    /// <summary>Every state that it had at any time of a stretch.</summary>
    public IEnumerable<SeenState> StatesDuring(Instant from, Instant to)
    {
        yield return StateAt(from);
        foreach (var state in States.Where(s => s.At > from && s.At <= to))
        {
            yield return state;
        }
    }

    public static IReadOnlyList<SeenPage> Of(Sight sight) => [.. sight.States.Select(s => s.Page).Distinct().Select(p => new SeenPage(p, sight))];
}
