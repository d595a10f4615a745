using System.Runtime.CompilerServices;

namespace OnCall.Simulation.Tests.Turns;

/// <summary>
/// A program that runs on a machine, or the world outside. Everything that it awaits comes back to it through the loop; when it has crashed
/// nothing does, and while it is paused everything waits.
/// </summary>
internal sealed class Process : SynchronizationContext
{
    private readonly List<Turn> _held = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public Process(Loop loop, string name)
    {
        (Loop, Name) = (loop, name);
        Time = new ProcessTime(this);
    }

    public string Name { get; }

    public Loop Loop { get; }

    public ProcessTime Time { get; }

    public bool IsDead { get; private set; }

    public bool IsPaused { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => Add(new Turn(this, d, state, Bare: false));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Starts something in this process; what it throws ends the run.</summary>
    public void Start(Func<Task> work) => Post(static state => Run((Func<Task>)state!), work);

    /// <summary>Power off: what it was doing is never finished.</summary>
    public void Crash()
    {
        IsDead = true;
        _held.Clear();
    }

    public void Pause() => IsPaused = true;

    public void Resume()
    {
        IsPaused = false;
        _held.ForEach(Loop.Add);
        _held.Clear();
    }

    /// <summary>Lets others have a turn.</summary>
    public Yielding Yield(bool bare = false) => new(this, bare);

    internal void Take(Turn turn)
    {
        if (IsDead)
        {
            return;
        }

        if (IsPaused)
        {
            _held.Add(turn);
            return;
        }

        SetSynchronizationContext(turn.Bare ? null : this);
        turn.Act(turn.State);
    }

    // An error comes back through the context, as a turn that throws.
    private static async void Run(Func<Task> work) => await work();

    private void Add(Turn turn)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException($"{Name} came back on another thread: the run would not replay.");
        }

        if (!IsDead)
        {
            Loop.Add(turn);
        }
    }

    /// <summary>What <c>await</c> takes.</summary>
    internal readonly struct Yielding(Process process, bool bare) : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Yielding GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) =>
            process.Add(new Turn(process, static state => ((Action)state!)(), continuation, bare));
    }
}
