using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class SituationNeedsTests
{
    private static readonly Guid[] Few = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, new byte[8]))];

    [Fact]
    public void Several_pages_need_what_each_of_them_needs_also_where_they_hold_one_list_of_steps()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var lot = new Random(seed);
            IReadOnlyList<Step>[] policies = [[], Steps(lot), Steps(lot)];
            var pages = Enumerable.Range(0, lot.Next(6)).Select(_ => Page(lot, policies[lot.Next(policies.Length)])).ToList();

            var together = SituationNeeds.Of(pages);

            Assert.Equal(pages.SelectMany(p => SituationNeeds.Of(p).Roles).Order(By).Distinct(), together.Roles.Order(By));
            Assert.Equal(pages.SelectMany(p => SituationNeeds.Of(p).People).Select(p => p.Value).Order().Distinct(), together.People.Select(p => p.Value).Order());
        }
    }

    private static Comparer<RoleId> By { get; } = Comparer<RoleId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static Escalation Page(Random lot, IReadOnlyList<Step> steps) => new()
    {
        Page = new PageId(Few[0]),
        Urgency = Urgency.Urgent,
        Phase = EscalationPhase.Stepping,
        Role = Role(lot),
        Steps = steps,
        Reached = [.. Some(lot, _ => new Post(Role(lot), 1))],
        Responders = [.. Some(lot, _ => new Responder(Person(lot), null, 0, Instant.MinValue, Standing.Notified, Reachable: true, Failed: false))],
    };

    private static List<Step> Steps(Random lot) => [.. Some(lot, _ => new Step(60, [.. Some(lot, kind => kind switch
    {
        0 => new StepTarget(TargetKind.Role, Role: Role(lot)),
        1 => new StepTarget(TargetKind.Person, Person: Person(lot)),
        _ => new StepTarget(TargetKind.Tier, Tier: 1),
    })]))];

    private static IEnumerable<T> Some<T>(Random lot, Func<int, T> make) => Enumerable.Range(0, lot.Next(3)).Select(_ => make(lot.Next(3)));

    private static RoleId Role(Random lot) => new(lot.GetItems(Few, 1)[0]);

    private static PersonId Person(Random lot) => new(lot.GetItems(Few, 1)[0]);
}
