namespace OnCall.Application;

/// <summary>Whether the database can be worked with.</summary>
public interface IDatabaseReadiness
{
    /// <summary>Null when it answers and its schema is this version's; else what is wrong, in one sentence without secrets.</summary>
    Task<string?> ProblemAsync(CancellationToken cancellationToken);
}
