using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Nodes;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>All that was seen of a run: what the database held after each transaction, and what really went over the wires. The rules judge by it.</summary>
internal sealed class Sight
{
    public List<SeenEvent> Events { get; } = [];

    public List<SeenState> States { get; } = [];

    public List<SeenNotification> Notifications { get; } = [];

    public List<SeenHospital> Hospitals { get; } = [];

    public List<Call> Calls { get; } = [];

    public List<Receipt> Receipts { get; } = [];

    public List<Send> Sends { get; } = [];

    public List<Act> Acts { get; } = [];

    public List<Fault> Faults { get; } = [];

    /// <summary>When nodes were ready for work.</summary>
    public List<(string Node, Instant At)> Ups { get; } = [];

    /// <summary>When somebody had a screen open on a node.</summary>
    public List<Screen> Screens { get; } = [];

    /// <summary>What was thrown or logged as an error, and was not simulated.</summary>
    public List<string> Surprises { get; } = [];

    /// <summary>What was logged.</summary>
    public List<string> Log { get; } = [];

    /// <summary>How far a node's idea of the time was off at most.</summary>
    public Duration ClockError { get; set; }

    public Instant Start { get; set; }

    public Instant End { get; set; }

    /// <summary>What the database holds of each page in the end.</summary>
    public Dictionary<PageId, StoredPage> Stored { get; } = [];

    /// <summary>The hospital as it was at a true instant.</summary>
    public SeenHospital HospitalAt(Instant at)
    {
        var place = Hospitals.Count - 1;
        while (place > 0 && Hospitals[place].At > at)
        {
            place--;
        }

        return Hospitals[place];
    }

    /// <summary>The hospital as it was at any time of a stretch.</summary>
    public IEnumerable<SeenHospital> HospitalsDuring(Instant from, Instant to)
    {
        yield return HospitalAt(from);
        foreach (var hospital in Hospitals.Where(h => h.At > from && h.At <= to))
        {
            yield return hospital;
        }
    }

    public House House { get; set; } = null!;

    public string NameOf(PersonId person) => House.Find(person).Name;

    /// <summary>The same, page by page. Only once the run is over.</summary>
    public IReadOnlyList<SeenPage> Pages => field ??= SeenPage.Of(this);
}
