using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Where a person's contact methods are changed by themselves, and where it stands what each has shown.</summary>
public interface IOwnContacts
{
    /// <summary>What is known of each; those of which nothing is known are left out.</summary>
    Task<IReadOnlyDictionary<ContactMethodId, ContactRecord>> RecordsAsync(PersonId person, IReadOnlyList<ContactMethod> methods, CancellationToken cancellationToken);

    /// <summary>Writes all contact methods of a person. Raced, and nothing written, when they are not <paramref name="before"/> any more.</summary>
    /// <param name="used">The hash of the code that was typed in for one of them: used up, and that method noted as working. Raced when it is not out any more.</param>
    Task<SaveResult> ChangeAsync(
        PersonId person, IReadOnlyList<ContactMethod> before, IReadOnlyList<ContactMethod> after, AuditEntry audit, NewNotice? told, UsedCode? used,
        CancellationToken cancellationToken);

    /// <summary>Counts what is about to be sent, and keeps the code that it carries. False, and nothing written, when so many were sent since then already.</summary>
    Task<bool> CountSendAsync(
        PersonId person, ContactMethodId method, IssuedCode? code, int most, Instant since, Instant now, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Counts a try at the code of this hash. False when it is over, or was tried too often.</summary>
    Task<bool> TakeTryAsync(ContactMethodId method, string hash, int most, Instant now, CancellationToken cancellationToken);

    /// <summary>Keeps what came of a test.</summary>
    Task NoteTestAsync(PersonId person, ContactMethodId method, ContactTest test, CancellationToken cancellationToken);
}
