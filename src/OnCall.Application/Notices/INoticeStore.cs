using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Notices;

/// <summary>Notices, as they are written and read.</summary>
public interface INoticeStore
{
    /// <summary>Writes those that were not written before, by person, kind and subject; answers how many.</summary>
    Task<int> AddAsync(IReadOnlyCollection<NewNotice> notices, CancellationToken cancellationToken);

    /// <summary>What a person was told since, the newest first.</summary>
    Task<IReadOnlyList<StoredNotice>> OfPersonAsync(PersonId person, Instant since, CancellationToken cancellationToken);

    /// <summary>Notes that its person has seen it, the first time only. False when they have no such notice.</summary>
    Task<bool> SeeAsync(NoticeId notice, PersonId person, Instant now, CancellationToken cancellationToken);

    /// <summary>Forgets warnings of gaps that closed before then and that no notice tells of, unless a legal hold stands on a unit.</summary>
    Task ForgetWarningsAsync(Instant before, CancellationToken cancellationToken);
}
