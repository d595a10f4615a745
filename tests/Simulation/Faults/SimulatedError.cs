using System.Data.Common;
using OnCall.Application;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>What the database says when a run wants it to fail.</summary>
/// <param name="isAfterCommit">What was written stands, and only its answer was lost.</param>
internal sealed class SimulatedError(string message, bool isAfterCommit = false) : DbException(message)
{
    public bool IsAfterCommit => isAfterCommit;

    /// <summary>Whether it comes of a run's will, as the database says it or as the program tells it on.</summary>
    public static bool IsBehind(Exception error) => error is SimulatedError or IStoreAway;
}
