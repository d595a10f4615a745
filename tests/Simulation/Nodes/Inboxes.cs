using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>
/// The screens that are open on one node, and what it knows of the others: told through the database when one opens or closes, and every 5 s
/// while any is open, as the program does.
/// </summary>
internal sealed class Inboxes(Process process, Func<IOpenInboxStore> store, Func<IClock> clock) : IOpenInboxes
{
    private static readonly Duration Kept = Duration.FromSeconds(15);
    private static readonly Duration Again = Duration.FromSeconds(5);

    private readonly List<PersonId> _open = [];
    private bool _tells;

    /// <summary>False until anybody opens a screen: then nobody need look for one.</summary>
    public bool AnyScreens { get; set; }

    public async ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        if (!AnyScreens)
        {
            return new HashSet<PersonId>();
        }

        var elsewhere = await store().OpenAsync(clock().GetCurrentInstant(), cancellationToken);
        return people.Where(p => _open.Contains(p) || elsewhere.Contains(p)).ToHashSet();
    }

    public void Open(PersonId person)
    {
        _open.Add(person);
        if (!_tells)
        {
            _tells = true;
            process.Start(TellAsync);
        }
    }

    public void Close(PersonId person)
    {
        _open.Remove(person);
        process.Start(TellOnceAsync);
    }

    /// <summary>The node stops, and with it every stream.</summary>
    public void CloseAll() => _open.Clear();

    private async Task TellAsync()
    {
        while (_open.Count > 0)
        {
            await TellOnceAsync();
            await process.Time.PassAsync(Again);
        }

        _tells = false;
    }

    private async Task TellOnceAsync()
    {
        try
        {
            var now = clock().GetCurrentInstant();
            await store().KeepAsync(process.Name, [.. _open.Distinct()], now, now + Kept, CancellationToken.None);
        }
        catch (Exception error) when (SimulatedError.IsBehind(error))
        {
            // Told again in 5 s.
        }
    }
}
