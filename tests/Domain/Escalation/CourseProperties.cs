using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>
/// What holds for every page, whatever befalls it. Courses are made from seeds 0, 1, 2 …; a failure names its seed and its story,
/// and <see cref="Run"/> with that seed repeats it.
/// </summary>
public sealed class CourseProperties
{
    private const int Courses = 400;
    private const int Events = 40;

    [Fact]
    public void Whatever_happens_no_page_is_lost_silent_or_sent_to_the_wrong_people()
    {
        for (var seed = 0; seed < Courses; seed++)
        {
            Run(seed);
        }
    }

    [Fact]
    public void Every_open_page_that_is_not_routine_is_at_the_desk_in_the_end()
    {
        var reached = 0;
        for (var seed = 0; seed < Courses; seed++)
        {
            var course = new RandomCourse(seed);
            for (var i = 0; i < seed % 12; i++)
            {
                course.Next();
            }

            var page = course.Story.Pass(Bound(course.Story.State));
            var due = page.State.DueAt;
            Assert.True(!page.State.IsOpen || page.State.AtDesk, $"Seed {seed}: not at the desk after {Bound(page.State)}.");
            Assert.True(!page.State.IsOpen || course.Urgency == Urgency.Routine || page.State.DeskRepeatAt is not null, $"Seed {seed}: silent at the desk, due {due}.");
            reached += page.State.AtDesk ? 1 : 0;
        }

        Assert.InRange(reached, Courses / 4, Courses);
    }

    [Fact]
    public void Every_page_whose_owners_stay_silent_is_open_again_and_at_the_desk_in_the_end()
    {
        var silent = 0;
        for (var seed = 0; seed < Courses; seed++)
        {
            var course = new RandomCourse(seed);
            for (var i = 0; i < seed % 12; i++)
            {
                course.Next();
            }

            if (course.Story.State is { Phase: EscalationPhase.Acknowledged, OutcomeWithin: { } within })
            {
                silent++;
                var page = course.Story.Pass(within + OutcomeRules.LongestSilence);
                Assert.True(page.State.IsOpen, $"Seed {seed}: nobody has said anything, and it is not open.");
                page.Pass(BoundOfSteps(page.State));
                Assert.True(page.State is { AtDesk: true, DeskRepeatAt: not null }, $"Seed {seed}: not at the desk after {BoundOfSteps(page.State)}.");
            }
        }

        Assert.InRange(silent, 5, Courses);
    }

    // Every run of every step, the end of a take-over, and a routine page's four hours.
    private static Duration Bound(Domain.Escalation.Escalation state) => BoundOfSteps(state) + Duration.FromMinutes(5) + Duration.FromHours(4);

    private static Duration BoundOfSteps(Domain.Escalation.Escalation state) =>
        Duration.FromSeconds(state.Steps.Sum(s => (double)Math.Max(1, s.WaitSeconds) * (1 + s.Repeat)));

    private static void Run(int seed)
    {
        var course = new RandomCourse(seed);
        var page = course.Story;
        var story = new List<string>();
        var untouched = course.Urgency == Urgency.Code;
        for (var i = 0; i < Events; i++)
        {
            var (before, seen) = (page.State, page.Effects.Count);
            var outcome = course.Next();
            story.Add($"{page.Now}: {course.Last}");
            untouched &= outcome is null;
            var broken = CourseRulesHold.Check(page, before, [.. page.Effects.Skip(seen)], outcome, course.Last)
                ?? (untouched && page.State.IsOpen && !page.State.AtDesk && page.Now - TestHospital.Opening >= Duration.FromSeconds(60) ? "A code is not at the desk after 60 s." : null)
                ?? AfterSweep(page);
            Assert.True(broken is null, $"Seed {seed}: {broken}\n{string.Join('\n', story)}\n{page.Asked}");
        }
    }

    private static string? AfterSweep(PageStory page)
    {
        page.Sweep();
        var (state, seen) = (page.State, page.Effects.Count);
        page.Sweep();
        return page.Effects.Count > seen ? $"The same instant twice did something twice: {page.Effects[^1].Effect}"
            : page.State.DueAt != state.DueAt || page.State.Phase != state.Phase ? "The same instant twice changed the page."
            : page.State.IsOpen && !(page.State.DueAt > page.Now) ? $"Open, and due {page.State.DueAt}."
            : page.State is { IsOpen: false, OutcomeWithin: null, DueAt: not null } or { ClosedAt: not null, DueAt: not null } ? "Not open, and still due."
            : page.State is { IsOpen: false } && page.State.DueAt <= page.Now ? $"Somebody has it, and it is due {page.State.DueAt}."
            : page.State.IsOpen ? Roster(page) : null;
    }

    private static string? Roster(PageStory page)
    {
        var situation = page.Hospital.At(page.Now);
        var on = page.State.Reached.SelectMany(p => situation.On(p.Role, p.Tier)).Select(o => o.Person).ToHashSet();
        PersonId? forgotten = on.Where(p => page.State.Responders.FirstOrDefault(r => r.Person == p)?.Standing is null or Standing.ShiftEnded or Standing.Rerouted)
            .Select(p => (PersonId?)p).FirstOrDefault();
        var stale = page.State.Responders.FirstOrDefault(r => r.Standing == Standing.Notified && r.Post is not null && !on.Contains(r.Person));
        return forgotten is { } person ? $"{page.Hospital.NameOf(person)} is on shift and was not asked."
            : stale is not null ? $"{page.Hospital.NameOf(stale.Person)} is off shift and still counts as asked."
            : null;
    }
}
