using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Accounts;

/// <summary>Keeps accounts.</summary>
public interface IAccountStore
{
    /// <summary>Null when nobody has this number.</summary>
    Task<Account?> FindAsync(string employeeNo, CancellationToken cancellationToken);

    /// <summary>Null when there is nobody.</summary>
    Task<Account?> FindAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Writes the password and the authenticator. False when somebody else wrote since it was read: nothing is written.</summary>
    Task<bool> SaveAsync(Account account, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>
    /// Counts a try before it is looked at, so that tries side by side are counted too. False when there were too many: then none is looked at
    /// until <see cref="Account.LockedUntil"/>.
    /// </summary>
    /// <param name="most">So many tries lock.</param>
    /// <param name="until">How long, when this is the last of them.</param>
    Task<bool> CountTryAsync(PersonId person, Instant now, int most, Instant until, CancellationToken cancellationToken);

    /// <summary>Takes back the last try that was counted: it could not be looked at.</summary>
    /// <param name="most">As it was counted.</param>
    /// <param name="until">As it was counted.</param>
    Task GiveBackTryAsync(PersonId person, int most, Instant until, CancellationToken cancellationToken);

    /// <summary>Forgets the tries: somebody is in.</summary>
    Task ForgetTriesAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Takes a step of the authenticator. False when it, or a later one, was taken before.</summary>
    Task<bool> TakeStepAsync(PersonId person, long step, CancellationToken cancellationToken);

    /// <summary>Replaces the recovery codes by these hashes.</summary>
    Task ReplaceCodesAsync(PersonId person, IReadOnlyCollection<string> hashes, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Uses a recovery code. False when it is none of the person's that is left.</summary>
    Task<bool> UseCodeAsync(PersonId person, string hash, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>How many recovery codes are left.</summary>
    Task<int> CountCodesAsync(PersonId person, CancellationToken cancellationToken);
}
