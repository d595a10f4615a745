using System.Data.Common;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>What the database says when a run wants it to fail.</summary>
internal sealed class SimulatedError(string message) : DbException(message);
