using FsCheck;
using FsCheck.Fluent;
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
    public void Several_pages_need_what_each_of_them_needs() => Prop.ForAll(
        Pages.ListOf().ToArbitrary(),
        pages =>
        {
            var together = SituationNeeds.Of(pages);
            Assert.Equal(pages.SelectMany(p => SituationNeeds.Of(p).Roles).ToHashSet(), together.Roles.ToHashSet());
            Assert.Equal(pages.SelectMany(p => SituationNeeds.Of(p).People).ToHashSet(), together.People.ToHashSet());
        }).QuickCheckThrowOnFailure();

    private static Gen<RoleId> Roles => Gen.Elements(Few).Select(id => new RoleId(id));

    private static Gen<PersonId> People => Gen.Elements(Few).Select(id => new PersonId(id));

    private static Gen<StepTarget> Targets => Gen.OneOf(
        Roles.Select(r => new StepTarget(TargetKind.Role, Role: r)),
        People.Select(p => new StepTarget(TargetKind.Person, Person: p)),
        Gen.Elements(new StepTarget(TargetKind.Tier, Tier: 1), new StepTarget(TargetKind.Desk)));

    // Some hold one list of steps, as pages of one policy do.
    private static Gen<IReadOnlyList<Step>> Policies => Gen.OneOf(
        Gen.Elements<IReadOnlyList<Step>>([], Shared),
        Targets.ListOf().Select(targets => (IReadOnlyList<Step>)[new Step(60, [.. targets])]));

    private static Gen<Escalation> Pages =>
        from role in Roles
        from steps in Policies
        from reached in Roles.ListOf()
        from people in People.ListOf()
        select new Escalation
        {
            Page = new PageId(Few[0]),
            Urgency = Urgency.Urgent,
            Phase = EscalationPhase.Stepping,
            Role = role,
            Steps = steps,
            Reached = [.. reached.Select(r => new Post(r, 1))],
            Responders = [.. people.Select(p => new Responder(p, null, 0, Instant.MinValue, Standing.Notified, Reachable: true, Failed: false))],
        };

    private static IReadOnlyList<Step> Shared { get; } = [new Step(60, [new StepTarget(TargetKind.Role, Role: new RoleId(Few[1])), new StepTarget(TargetKind.Person, Person: new PersonId(Few[2]))])];
}
