using NodaTime;
using OnCall.Application.Paging;
using OnCall.Scheduler;
using OnCall.Simulation.Tests.Faults;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>
/// How one node hears what the others wrote: the end of all trails, read every 250 ms. A reading that could find nothing, because nothing has
/// changed, is not made.
/// </summary>
internal sealed class Ear
{
    private static readonly Duration Pause = Duration.FromMilliseconds(250);

    private readonly Process _process;
    private readonly TailReader _reader;
    private readonly WorkSignal _signal;
    private readonly Instant _first;
    private readonly Bell _bell;
    private bool _armed;

    public Ear(Process process, IPageTail tail, WorkSignal signal)
    {
        (_process, _reader, _signal, _first) = (process, new TailReader(tail, process.Time), signal, process.Loop.Now);
        _bell = new Bell(process, static ear => ((Ear)ear!).Listen(), this);
    }

    /// <summary>Takes its place at the end of what is there.</summary>
    public async Task BeginAsync()
    {
        try
        {
            _ = await _reader.ReadAsync(CancellationToken.None);
        }
        catch (Exception error) when (SimulatedError.IsBehind(error))
        {
            // The next reading takes its place instead.
        }
    }

    /// <summary>Something has changed.</summary>
    public void ListenSoon()
    {
        if (_armed)
        {
            return;
        }

        _armed = true;
        var at = _first + (Pause * (Math.Floor((_process.Loop.Now - _first) / Pause) + 1));
        _bell.Change((at - _process.Loop.Now).ToTimeSpan(), Timeout.InfiniteTimeSpan);
    }

    private async void Listen()
    {
        _armed = false;
        try
        {
            _signal.Show(await _reader.ReadAsync(CancellationToken.None), _reader.Position);
        }
        catch (Exception error) when (SimulatedError.IsBehind(error))
        {
            ListenSoon();
        }
    }
}
