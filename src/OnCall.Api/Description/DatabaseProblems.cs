namespace OnCall.Api.Description;

/// <summary>What is answered where the database is away. Any request may be answered so.</summary>
internal static class DatabaseProblems
{
    internal static readonly ProblemType Away = new(
        503, "database-away", "The database does not answer",
        "What you asked was not done to its end; nothing is half written. Try again after the seconds in Retry-After. A page may be sent again with the same Idempotency-Key: it is sent once.");

    internal static readonly ProblemType OutcomeUnknown = new(
        503, "outcome-unknown", "It is not known whether this was done",
        "The database broke off while it was written down, or something is in its way there, perhaps the same, asked before. Look what was done before you repeat it. A page may be sent again with the same Idempotency-Key: it is sent once.");
}
