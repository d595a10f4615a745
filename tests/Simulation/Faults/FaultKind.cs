namespace OnCall.Simulation.Tests.Faults;

/// <summary>What may be done to the engine of a run.</summary>
internal enum FaultKind
{
    /// <summary>A statement fails, and with it its transaction.</summary>
    StatementFailed,

    /// <summary>A transaction was committed, but its writer does not hear of it.</summary>
    AnswerLost,

    /// <summary>A connection takes its time.</summary>
    DatabaseSlow,

    /// <summary>Nothing can be opened for a while, by anybody.</summary>
    DatabaseDown,

    /// <summary>Power off.</summary>
    Crashed,

    /// <summary>Stopped in its tracks for a while, and then going on as if nothing had been.</summary>
    Paused,

    /// <summary>Stopped in good order.</summary>
    Stopped,
}
