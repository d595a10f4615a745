using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>Keeps the devices that their owners registered, each with the contact method that it is.</summary>
public interface IPushDevices
{
    /// <summary>In the order in which they were added.</summary>
    Task<IReadOnlyList<PushDevice>> OfAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The device that this endpoint or token belongs to, whosever it is; null for none.</summary>
    /// <param name="hash">SHA-256 of the kind and of the endpoint or token, in lower-case hex.</param>
    Task<PushDevice?> FindAsync(string hash, CancellationToken cancellationToken);

    /// <summary>
    /// Adds it with an unverified contact method. Whoever had the same endpoint or token has it no more: a browser belongs to whoever uses it now.
    /// </summary>
    /// <param name="former">Those whose place it takes, the one that had the same endpoint or token among them.</param>
    /// <returns>Raced where somebody registered or removed the same in the same moment: then nothing is written.</returns>
    Task<SaveResult> AddAsync(
        PushDevice device, ContactMethodId method, PushTarget target, string hash, AuditEntry audit, IReadOnlyList<FormerDevice> former, CancellationToken cancellationToken);

    /// <returns>False when the person has no such device: then nothing is written.</returns>
    Task<bool> RemoveAsync(PersonId person, PushDeviceId device, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Takes devices away from a person: one, or all that they registered.</summary>
    /// <param name="only">Null for all.</param>
    /// <param name="audit">The entry of each.</param>
    /// <param name="told">What their person is told of those that were taken, in the same transaction; null for nothing.</param>
    /// <returns>Those that were taken; where there was none, nothing is written.</returns>
    Task<IReadOnlyList<PushDevice>> TakeAsync(
        PersonId person, PushDeviceId? only, Func<PushDevice, AuditEntry> audit, Func<IReadOnlyList<PushDevice>, NewNotice?> told, CancellationToken cancellationToken);

    /// <summary>Remembers the hash of what a test carries. It takes the place of an earlier test's.</summary>
    /// <returns>False when the person has no such device.</returns>
    Task<bool> BeginTestAsync(PersonId person, PushDeviceId device, string tokenHash, Instant until, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Verifies the device where the hash is that of its test and the time is not over. It counts once.</summary>
    Task<bool> ConfirmAsync(PersonId person, PushDeviceId device, string tokenHash, Instant now, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>What came of a push that no outbox held.</summary>
    Task NoteAsync(string address, bool accepted, string detail, Instant now, CancellationToken cancellationToken);
}
