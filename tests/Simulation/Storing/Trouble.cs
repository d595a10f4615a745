using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>What goes wrong between a node and the database. This one is the calm: nothing does.</summary>
internal class Trouble
{
    public static Trouble None { get; } = new();

    /// <summary>Something travels to the database or back.</summary>
    public virtual ValueTask OnTheWayAsync(Process process) => default;

    /// <summary>A connection is opened.</summary>
    public virtual ValueTask OpeningAsync(Process process) => default;

    /// <summary>A statement is about to run; throwing is the database's error.</summary>
    public virtual void Executing(Process process)
    {
    }

    /// <summary>A transaction is about to be committed; throwing rolls it back.</summary>
    public virtual void Committing(Process process)
    {
    }

    /// <summary>A transaction has been committed; throwing loses the answer.</summary>
    public virtual void Committed(Process process)
    {
    }
}
