using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>The alarms that stand, for the board and for programs: from this node's memory, so that they are told while the database is away.</summary>
public sealed class ReadAlarms(StandingAlarms shown, IAlarmStore store, IClock clock)
{
    private const int MostCleared = 100;
    private static readonly Duration WatchStalled = Duration.FromSeconds(30);

    // What keeps pages from going through, whatever the machine or the provider.
    private static readonly AlarmKind[] OfTheEngine = [AlarmKind.DatabaseUnreachable, AlarmKind.EngineStopped, AlarmKind.Backlog, AlarmKind.SyntheticPageLost];

    /// <param name="caller">A dispatcher, administrator or auditor, of any unit.</param>
    /// <param name="state"><c>open</c>, or nothing, for those that stand; <c>cleared</c> for the latest that are over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<ListOf<AlarmView>>> RunAsync(Caller caller, string? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!ReadBoard.IsFor(caller) && caller.Grants.All(g => g.Permission != Permission.Auditor))
        {
            return Refusal.Forbidden("Alarms are for dispatchers, administrators and auditors.");
        }

        return state switch
        {
            null or "" or "open" => new ListOf<AlarmView>(await StandingAsync(cancellationToken), null),
            "cleared" => new ListOf<AlarmView>([.. (await store.ClearedAsync(MostCleared, cancellationToken)).Select(AlarmView.Of)], null),
            _ => Refusal.Invalid(new InputProblem("state", "Give open, cleared or nothing.", state)),
        };
    }

    /// <summary>The worst first. Whether somebody may see them is decided before.</summary>
    public async Task<IReadOnlyList<AlarmView>> StandingAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Select(AlarmView.Of)];

    /// <summary>Why pages may not go through, a sentence each; empty when they do. Names neither people, roles nor machines.</summary>
    public async Task<IReadOnlyList<string>> EngineProblemsAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(a => a.Severity == AlarmSeverity.Critical && OfTheEngine.Contains(a.Kind)).Select(a => a.Detail)];

    private async Task<IReadOnlyList<Alarm>> AllAsync(CancellationToken cancellationToken)
    {
        var standing = shown.Items ?? await store.StandingAsync(cancellationToken);
        return shown.AsOf is { } asOf && clock.GetCurrentInstant() - asOf > WatchStalled ? [Stalled(asOf), .. standing] : standing;
    }

    // Whoever watches the engine may stop as well.
    private static Alarm Stalled(Instant since) => new(
        default, AlarmKind.EngineStopped, "watch", AlarmSeverity.Critical, "The watch over the engine has stopped on this node: alarms may be missing here.", since, since, null);
}
