using System.Text.Json;
using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging;

/// <summary>Reads an escalation's state. What an older version did not write is at its default; what a newer one wrote besides is passed over.</summary>
internal static class StateReader
{
    public static Escalation Read(JsonElement json) => new()
    {
        Page = new PageId(json.GetProperty("page").GetGuid()),
        Version = json.Int("version") ?? 0,
        Urgency = json.Name<Urgency>("urgency"),
        Phase = json.Name<EscalationPhase>("phase"),
        Role = new RoleId(json.GetProperty("role").GetGuid()),
        Sender = Person(json, "sender"),
        Steps = json.List("steps", Step),
        StepIndex = json.Int("stepIndex") ?? -1,
        Run = json.Int("run") ?? 0,
        StepDueAt = json.At("stepDueAt"),
        DeskDueAt = json.At("deskDueAt"),
        DeskRepeatAt = json.At("deskRepeatAt"),
        RepeatAt = json.At("repeatAt"),
        HandoverAt = json.At("handoverAt"),
        TakenOverUntil = json.At("takenOverUntil"),
        TakenOverBy = json.Text("takenOverBy"),
        WaitLeft = json.Length("waitLeft"),
        AtDesk = json.Flag("atDesk"),
        AcknowledgementsNeeded = json.Int("acknowledgementsNeeded") ?? 1,
        Reached = json.List("reached", Post),
        Visited = json.List("visited", static role => new RoleId(role.GetGuid())),
        Responders = json.List("responders", Responder),
        Acknowledgements = json.List("acknowledgements", Acknowledgement),
        OutcomeWithin = json.Length("outcomeWithin"),
        OutcomeDueAt = json.At("outcomeDueAt"),
        GoesOnAt = json.At("goesOnAt"),
        ClosedAt = json.At("closedAt"),
    };

    private static Step Step(JsonElement json) => new(
        json.GetProperty("waitSeconds").GetInt32(), json.List("targets", Target), json.Int("acknowledgements") ?? 1, json.Int("repeat") ?? 0);

    private static StepTarget Target(JsonElement json) => new(
        json.Name<TargetKind>("kind"), json.Id("role") is { } role ? new RoleId(role) : null, json.Int("tier"), Person(json, "person"));

    private static Post Post(JsonElement json) => new(new RoleId(json.GetProperty("role").GetGuid()), json.GetProperty("tier").GetInt32());

    private static Responder Responder(JsonElement json) => new(
        new PersonId(json.GetProperty("person").GetGuid()),
        json.Known("post") is { } post ? Post(post) : null,
        json.GetProperty("step").GetInt32(),
        Since(json, "since"),
        json.Name<Standing>("standing"),
        json.Flag("reachable"),
        json.Flag("failed"));

    private static Acknowledgement Acknowledgement(JsonElement json) => new(
        Person(json, "person"), json.Text("name") ?? "", Since(json, "at"), json.Text("reply"), json.Text("readBack"));

    private static PersonId? Person(JsonElement json, string name) => json.Id(name) is { } id ? new PersonId(id) : null;

    private static Instant Since(JsonElement json, string name) => Instant.FromUnixTimeMilliseconds(json.GetProperty(name).GetInt64());
}
