using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters;

/// <summary>Finds the many people of a roster in few reads.</summary>
public interface IRosterPeople
{
    /// <summary>Those of these employee numbers that exist, in any case of letters.</summary>
    Task<IReadOnlyList<RosterPerson>> ByEmployeeNoAsync(IReadOnlyCollection<string> employeeNos, CancellationToken cancellationToken);

    /// <summary>The active people whom mail reaches at one of these addresses, in any case of letters.</summary>
    Task<IReadOnlyList<MailedPerson>> ByMailAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken);

    /// <summary>Everybody, for a file that knows people by their names.</summary>
    Task<IReadOnlyList<RosterPerson>> AllAsync(CancellationToken cancellationToken);

    /// <summary>These people; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<PersonId, RosterPerson>> ByIdAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);
}
