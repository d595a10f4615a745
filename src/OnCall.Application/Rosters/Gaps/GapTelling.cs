using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>Gathers who is told of what in one look, so that a person with many gaps of one lead gets one notice of them.</summary>
internal sealed class GapTelling(NoticeDraft draft, Instant now)
{
    private readonly List<(Person Person, NoticeUrgency Urgency, GapLead Lead, GapWarningId Warning, GapFact Fact, Instant Until)> _told = [];
    private readonly List<(GapWarning Warning, PersonId Person)> _filled = [];
    private readonly List<AuditEntry> _audit = [];

    public IReadOnlyList<AuditEntry> Audit => _audit;

    /// <summary>Those who were told of what is filled now.</summary>
    public IReadOnlyCollection<PersonId> ToldBefore => [.. _filled.Select(f => f.Person).Distinct()];

    /// <summary>Ringing from an hour ahead on, but never about a role that nobody has ever been on: that is a house being set up.</summary>
    public static NoticeUrgency UrgencyOf(GapLead lead, bool neverRostered) =>
        lead >= GapLead.Hour && !neverRostered ? NoticeUrgency.Ringing : NoticeUrgency.Quiet;

    /// <summary>
    /// Tells the nearest circle from <paramref name="first"/> on in which anybody can be reached, and those before it as well, whose notice then
    /// stands in OnCall alone. Answers the last circle that was told, and whether anybody can be reached.
    /// </summary>
    public (int Circle, bool Reaches) Tell(
        GapWarningId warning, GapFact fact, GapLead lead, Instant until, NoticeUrgency urgency, string roleCode, IReadOnlyList<IReadOnlyList<Person>> circles, int first)
    {
        var people = new List<Person>();
        var (circle, reaches) = (first, false);
        for (; circle < circles.Count && !reaches; circle++)
        {
            people.AddRange(circles[circle]);
            reaches = circles[circle].Any(p => draft.Reaches(p, urgency));
        }

        _told.AddRange(people.Select(p => (p, urgency, lead, warning, fact, until)));
        if (people.Count > 0)
        {
            _audit.Add(Entry(roleCode, fact, lead, people));
        }

        return (circle - 1, reaches);
    }

    /// <summary>Lets those who were told of it know that it is filled.</summary>
    public void Fill(GapWarning warning) => _filled.AddRange(warning.People.Select(p => (warning, p.Person)));

    /// <summary>The notices, and which warning each tells.</summary>
    /// <param name="people">Those of <see cref="Fill"/>, as far as they are still active.</param>
    public IEnumerable<(NewNotice Notice, IReadOnlyList<GapWarningId> Warnings)> Notices(IReadOnlyCollection<Person> people)
    {
        foreach (var group in _told.GroupBy(t => (t.Person.Id, t.Urgency, t.Lead)))
        {
            var gaps = group.OrderBy(g => g.Fact.Start).ToList();
            var facts = new GapWarningFacts(now, group.Key.Lead, gaps.Count, [.. gaps.Take(GapWarningFacts.Named).Select(g => g.Fact)]);
            var notice = draft.To(gaps[0].Person, $"gap:{gaps[0].Warning}", facts, group.Key.Urgency, gaps.Max(g => g.Until));
            yield return (notice, [.. gaps.Select(g => g.Warning)]);
        }

        foreach (var person in people)
        {
            // Told of the same gap at several leads, they are told once that it is filled.
            var gaps = _filled.Where(f => f.Person == person.Id).Select(f => f.Warning).OrderBy(w => w.Start).ThenBy(w => w.Lead).ToList();
            var facts = gaps.Select(g => g.Fact).DistinctBy(f => (f.RoleName, f.Start)).ToList();
            yield return (
                draft.To(person, $"filled:{gaps[0].Id}", new GapFilledFacts(facts.Count, [.. facts.Take(GapWarningFacts.Named)]), NoticeUrgency.InApp, now), []);
        }
    }

    private AuditEntry Entry(string roleCode, GapFact fact, GapLead lead, List<Person> people) => new(
        now, "system", "gap.warned", $"role:{roleCode}",
        AuditDetail.Of(
            ("lead", LeadName.Of(lead)),
            ("from", InstantPattern.General.Format(fact.Start)),
            ("to", fact.End is { } end ? InstantPattern.General.Format(end) : null),
            ("missing", fact.Size.ToString()),
            ("told", string.Join(", ", people.Take(50).Select(p => p.EmployeeNo))),
            ("people", people.Count.ToString(CultureInfo.InvariantCulture))));
}
