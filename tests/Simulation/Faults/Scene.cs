using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>What a run is about: how long it lasts, what is sent, and how much goes wrong. Where nothing else is said a number is so many in 10,000.</summary>
internal sealed record Scene
{
    public required int Nodes { get; init; }

    /// <summary>People act and faults happen this long; then everybody lets go, and the rest shows where the pages end.</summary>
    public required Duration Lively { get; init; }

    public required Duration Rest { get; init; }

    public required IReadOnlyList<(Duration At, Urgency Urgency)> Pages { get; init; }

    /// <summary>People do things at the same instants, so that they race.</summary>
    public bool Crowds { get; init; }

    /// <summary>How many of 100 who see a page take it.</summary>
    public int Takes { get; init; }

    /// <summary>How many of 100 who do not take it do something else with it.</summary>
    public int Meddles { get; init; }

    public int DispatcherActs { get; init; }

    public int StrangerActs { get; init; }

    public int RosterChanges { get; init; }

    public int DirectoryChanges { get; init; }

    public int OpenScreens { get; init; }

    /// <summary>How many of 100 provider calls go wrong somehow.</summary>
    public int ProviderTrouble { get; init; }

    /// <summary>How many of 100 taken messages get receipts.</summary>
    public int Receipts { get; init; }

    /// <summary>A node's writes that wait together share a transaction, as they do with SQLite; else each has its own, as with SQL Server.</summary>
    public bool WritesTogether { get; init; }

    /// <summary>How much a sweep takes at once: often so little that even a few pages are several batches.</summary>
    public SweepSizes Sweeps { get; init; } = SweepSizes.Usual;

    public int StatementFails { get; init; }

    public int AnswerLost { get; init; }

    public int SlowDatabase { get; init; }

    public Duration? DatabaseOutage { get; init; }

    /// <summary>Chance of a crash before each turn of a node.</summary>
    public int Crashes { get; init; }

    public int Pauses { get; init; }

    /// <summary>Nodes are stopped in good order and started again.</summary>
    public int Restarts { get; init; }

    /// <summary>How far a machine's own clock is off at most.</summary>
    public Duration Skew { get; init; }

    /// <summary>The longest way to the database's clock or back.</summary>
    public Duration ClockWay { get; init; }

    /// <summary>The next of the instants at which a crowd acts.</summary>
    public Instant Together(Instant after)
    {
        var beat = Duration.FromSeconds(Crowds ? 5 : 1);
        return Opening + (beat * Math.Ceiling((after - Opening) / beat));
    }

    public required Instant Opening { get; init; }

    public Duration Length => Lively + Rest;

    public bool IsCalm => StatementFails + AnswerLost + SlowDatabase + Crashes + Pauses + Restarts == 0 && DatabaseOutage is null;
}
