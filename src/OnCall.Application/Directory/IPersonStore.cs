using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory;

/// <summary>The people and what they may do.</summary>
public interface IPersonStore
{
    /// <summary>Everyone, active or not, by employee number.</summary>
    Task<IReadOnlyList<PersonEntry>> EntriesAsync(CancellationToken cancellationToken);

    /// <summary>The grants of these people; those without any are left out.</summary>
    Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Grant>>> GrantsAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);

    /// <summary>The active administrators of the whole hospital.</summary>
    Task<IReadOnlySet<PersonId>> AdministratorsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes the person, their contact methods and grants as a whole, and bumps the roster stamp. Where the person may more than before, or
    /// works elsewhere, their keys and invitations end that their makers could not make any more; where they may less, or are not active, those that they
    /// made for others and could not make any more. Of somebody who is, or was, not active all
    /// sessions, keys, invitations and feeds end for good.
    /// </summary>
    /// <param name="preferences">Null leaves them as the person has them.</param>
    /// <param name="tell">Hears of each such key and invitation, and makes the notice of its end, if there is to be one; null tells nobody.</param>
    /// <param name="told">A further notice to the person, written with the change.</param>
    Task<SaveResult> SaveAsync(
        Person person, IReadOnlyList<Grant> grants, bool isNew, AuditEntry audit, CancellationToken cancellationToken,
        IReadOnlyList<NotificationPreference>? preferences = null, Func<Person, EndedAccess, NewNotice?>? tell = null,
        NewNotice? told = null, StandingPerson? seen = null);

    /// <summary>Writes what a person prefers. The roster stamp moves: what a node has read of people a moment ago holds as long as it stands.</summary>
    Task<SaveResult> SavePreferencesAsync(
        PersonId person, IReadOnlyList<NotificationPreference> preferences, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Writes which language a person reads, and leaves all else as it is. The roster stamp moves.</summary>
    /// <param name="language">BCP 47 tag, or null for the hospital's.</param>
    Task<SaveResult> SaveLanguageAsync(PersonId person, string? language, AuditEntry audit, CancellationToken cancellationToken);
}
