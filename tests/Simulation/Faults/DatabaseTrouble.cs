using NodaTime;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Storing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>Lets the database fail by chance, as the scene wants it, until the scene calms down.</summary>
internal sealed class DatabaseTrouble(Scene scene, Chance chance, Sight sight, Instant start) : Trouble
{
    private const int Cases = 10_000;

    private readonly Instant _calm = start + scene.Lively;
    private readonly Instant _down = start + chance.Between(Duration.Zero, scene.Lively);

    public override async ValueTask OnTheWayAsync(Process process)
    {
        if (scene.ClockWay > Duration.Zero)
        {
            await process.Time.PassAsync(chance.Between(Duration.Zero, scene.ClockWay));
        }
    }

    public override async ValueTask OpeningAsync(Process process)
    {
        var now = process.Loop.Now;
        if (now >= _calm)
        {
            return;
        }

        if (scene.DatabaseOutage is { } outage && now >= _down && now < _down + outage)
        {
            throw new SimulatedError("The database is away.");
        }

        if (chance.Below(Cases) < scene.SlowDatabase)
        {
            var wait = chance.Between(Duration.FromMilliseconds(5), Duration.FromMilliseconds(chance.OneIn(4) ? 4_000 : 300));
            sight.Faults.Add(new Fault(FaultKind.DatabaseSlow, process.Name, now, now + wait));
            await process.Time.PassAsync(wait);
        }
    }

    public override void Executing(Process process) => Maybe(process, FaultKind.StatementFailed, scene.StatementFails, "A statement failed.");

    public override void Committing(Process process) => Maybe(process, FaultKind.StatementFailed, scene.StatementFails, "The commit failed.");

    public override void Committed(Process process) => Maybe(process, FaultKind.AnswerLost, scene.AnswerLost, "The connection broke after the commit.");

    /// <summary>Notes the outage, which hits everybody.</summary>
    public void Begin()
    {
        if (scene.DatabaseOutage is { } outage)
        {
            sight.Faults.Add(new Fault(FaultKind.DatabaseDown, "", _down, Instant.Min(_down + outage, _calm)));
        }
    }

    private void Maybe(Process process, FaultKind kind, int of, string says)
    {
        var now = process.Loop.Now;
        if (of > 0 && now < _calm && chance.Below(Cases) < of)
        {
            sight.Faults.Add(new Fault(kind, process.Name, now, now));
            throw new SimulatedError(says, kind == FaultKind.AnswerLost);
        }
    }
}
