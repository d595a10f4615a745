using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Access;

/// <summary>Tells people of what somebody else changed about how they may be acted for.</summary>
public sealed class SignInNotices(NoticeDraft draft, IClock clock)
{
    private const int LongestEnding = 3;
    private static readonly Duration Told = Duration.FromDays(7);

    /// <summary>Of a key that is made; null when its person or the program itself makes it.</summary>
    internal NewNotice? KeyMade(Caller by, Person person, ApiKeyId key)
    {
        // Whoever made the key that a person shows may be the one who shows it.
        var maker = by.Person == person.Id ? by.Shown?.MadeBy ?? by.Key : by.Key;
        return maker == Caller.System.Key || maker == "person:" + person.EmployeeNo
            ? null
            : To(person, $"key-made:{key}", new SignInChangedFacts(SignInChange.KeyMade, NameOf(maker)));
    }

    /// <summary>
    /// Of verified contact methods that an administrator adds or takes away, sent to those that were there before, also when it is their own:
    /// whoever takes a number over takes its owner's pages, and a session may be stolen. Null when they stay as they were, and for who is new.
    /// </summary>
    internal NewNotice? ContactsChanged(Caller by, Person? before, Person person) =>
        before is null || by == Caller.System || Vouched(before).SetEquals(Vouched(person))
            ? null
            : To(before, $"contacts-changed:{clock.GetCurrentInstant()}", new SignInChangedFacts(SignInChange.ContactsChanged, NameOf(by.Key)));

    // The inbox is OnCall's own.
    private static HashSet<(ContactMethodKind, string)> Vouched(Person person) =>
        [.. person.ContactMethods.Where(m => m is { Verified: true, Kind: not ContactMethodKind.InApp }).Select(m => (m.Kind, m.Address))];

    /// <summary>Of what ended, as the stores ask for it; null for who is not active.</summary>
    internal NewNotice? Ended(Person person, EndedAccess ended) => ended.Why == EndedAccess.Inactive ? null
        : ended.Key is { } key ? To(person, $"key-ended:{key}", new SignInChangedFacts(SignInChange.KeyEnded, NameOf(ended.MadeBy)))
        : To(person, $"invitation-ended:{clock.GetCurrentInstant()}", new SignInChangedFacts(SignInChange.InvitationEnded, NameOf(ended.MadeBy)));

    /// <summary>
    /// To the person themselves, by the contact methods that they had before: who holds a stolen session adds their own phone and takes the
    /// person's away, and must not do so unseen.
    /// </summary>
    internal NewNotice OwnContact(Person before, ContactMethod method, bool added) => draft.To(
        before, $"own-contact:{method.Id}:{(added ? "added" : "removed")}",
        new OwnContactFacts(added, method.Kind, method.Address.Length > LongestEnding ? method.Address[^LongestEnding..] : ""), NoticeUrgency.Quiet,
        clock.GetCurrentInstant() + Told);

    private NewNotice To(Person person, string subject, SignInChangedFacts facts) =>
        draft.To(person, subject, facts, NoticeUrgency.Quiet, clock.GetCurrentInstant() + Told);

    // "person:N001" and "integration:lab" are N001 and lab to a reader.
    internal static string NameOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
