using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Data.Tests.Paging;

/// <summary>States of escalations, drawn by lot.</summary>
internal static class DrawnStates
{
    public static Gen<Escalation> Rich => All.Where(s =>
        s is { StepIndex: > 0, Run: > 0, Version: > 0, AtDesk: true, Urgency: not Urgency.Routine, Phase: not EscalationPhase.Stepping, Steps.Count: > 0, Sender: not null });

    public static Gen<Escalation> All =>
        from head in
            from id in Ids
            from number in Gen.Choose(0, 9)
            from yes in Gen.Elements(true, true, false)
            from phase in Gen.Elements(Enum.GetValues<EscalationPhase>())
            from urgency in Gen.Elements(Enum.GetValues<Urgency>())
            from steps in Steps.ListOf()
            from words in Words
            select new Escalation
            {
                Page = new PageId(id), Version = number, Urgency = urgency, Phase = phase, Role = new RoleId(id), Sender = yes ? new PersonId(id) : null,
                Steps = [.. steps], StepIndex = number - 1, Run = number, TakenOverBy = words, WaitLeft = Duration.FromMilliseconds(number * 1001),
                AtDesk = yes, AcknowledgementsNeeded = number,
            }
        from times in Instants.ListOf(9)
        from some in Perhaps
        from reached in Posts.ListOf()
        from visited in Roles.ListOf()
        from responders in Responders.ListOf()
        from taken in Acknowledgements.ListOf()
        select head with
        {
            StepDueAt = times[0],
            DeskDueAt = times[1],
            DeskRepeatAt = times[2],
            RepeatAt = times[3],
            HandoverAt = times[4],
            TakenOverUntil = times[5],
            ClosedAt = some ?? times[6],
            OutcomeWithin = times[7] - times[6],
            OutcomeDueAt = times[7],
            GoesOnAt = times[8],
            Reached = [.. reached],
            Visited = [.. visited],
            Responders = [.. responders],
            Acknowledgements = [.. taken],
        };

    private static Gen<Guid> Ids => Gen.Choose(1, int.MaxValue).Select(n => new Guid(n, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    private static Gen<Instant> Instants => Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(ms => Instant.FromUtc(2026, 1, 1, 0, 0).PlusNanoseconds(ms * 1_000_000L)),
        Gen.Elements(Instant.FromUnixTimeMilliseconds(-1), Instant.FromUnixTimeMilliseconds(0), Instant.FromUtc(9999, 12, 31, 23, 59).PlusNanoseconds(1_000_000)));

    private static Gen<Instant?> Perhaps => Gen.OneOf(Gen.Constant((Instant?)null), Instants.Select(i => (Instant?)i));

    private static Gen<PersonId> People => Ids.Select(id => new PersonId(id));

    private static Gen<RoleId> Roles => Ids.Select(id => new RoleId(id));

    private static Gen<Post> Posts => from role in Roles from tier in Gen.Choose(1, 3) select new Post(role, tier);

    private static Gen<string> Words => Gen.Elements("On my way", "応答します", "\"<>&'\\", "💓 10'", "", "\0\u001f\u2028\r\n\t\u007f", "e\u0301 \ud83e\uddd1\u200d\u2695\ufe0f", new string('ü', 50));

    private static Gen<StepTarget> Targets => Gen.OneOf(
        Roles.Select(r => new StepTarget(TargetKind.Role, Role: r)),
        Gen.Choose(1, 3).Select(t => new StepTarget(TargetKind.Tier, Tier: t)),
        People.Select(p => new StepTarget(TargetKind.Person, Person: p)),
        Gen.Elements(new StepTarget(TargetKind.Desk), new StepTarget(TargetKind.Fallback)));

    private static Gen<Step> Steps => from wait in Gen.Choose(0, 3600) from targets in Targets.ListOf() from n in Gen.Choose(1, 9) select new Step(wait, [.. targets], n, n - 1);

    private static Gen<Responder> Responders =>
        from person in People
        from post in Gen.OneOf(Posts, Gen.Constant((Post)null!))
        from since in Instants
        from standing in Gen.Elements(Enum.GetValues<Standing>())
        from yes in Gen.Elements(true, false)
        select new Responder(person, post, since.ToUnixTimeMilliseconds() % 2 == 0 ? Responder.DeskStep : 1, since, standing, yes, !yes);

    private static Gen<Acknowledgement> Acknowledgements =>
        from person in Gen.OneOf(People.Select(p => (PersonId?)p), Gen.Constant((PersonId?)null))
        from at in Instants
        from words in Words
        select new Acknowledgement(person, words, at, words, words);
}
