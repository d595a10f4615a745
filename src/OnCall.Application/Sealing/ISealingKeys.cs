namespace OnCall.Application.Sealing;

/// <summary>The keys that words are sealed with, as they lie in the database, and what lies there beside them.</summary>
public interface ISealingKeys
{
    /// <summary>Ids of rows that are not as OnCall wrote them: somebody put them there or changed them. None is used.</summary>
    Task<IReadOnlyList<string>> StrangersAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes such a row for ours from now on, to open what it sealed and to seal nothing more. Only a key that our key file or certificate wraps is taken. A key file shows by that alone that the
    /// secret is ours; what is wrapped by a certificate anybody can have made, so that only the audit trail tells.
    /// </summary>
    Task<StrangeKeyOutcome> AcceptAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes such a row; one that is ours stays.</summary>
    Task<StrangeKeyOutcome> RemoveAsync(string id, CancellationToken cancellationToken);
}
