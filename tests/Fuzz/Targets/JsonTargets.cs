using System.Text;
using System.Text.Json;
using FluentValidation;
using NodaTime;
using OnCall.Api.Description;
using OnCall.Api.Json;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Paging.States;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>JSON: bodies of the API, what is told about a file, and states as they are stored.</summary>
internal static class JsonTargets
{
    private static readonly JsonSerializerOptions Api = Conventions();
    private static readonly IReadOnlyList<object> Examples =
        [.. DirectoryExamples.All, .. RosterExamples.All, .. RotationExamples.All, .. SwapExamples.All, .. RosterPullExamples.All, .. PageExamples.All];

    private static readonly IReadOnlyList<byte[]> Mappings = Samples.Texts("""{"start":"Beginn","employeeNo":"Personalnr."}""", """{"N":"20:00-08:00","X":""}""");
    private static readonly IReadOnlyList<byte[]> States = Samples.Texts(StateJson.Write(Rich()), StateJson.Write(Rich() with { Responders = [], Steps = [], TakenOverBy = null }));
    private static readonly IReadOnlyList<byte[]> Words = Samples.Texts("""["Give aspirin, I come","On my way"]""");

    public static IReadOnlyList<Target> All { get; } =
    [
        .. Examples.Where(example => example.GetType().Name is var name && (name.EndsWith("Request", StringComparison.Ordinal) || name.EndsWith("Body", StringComparison.Ordinal))).Select(Body),
        new("mapping", chance => Mutation.Of(chance, Mappings), ReadMapping),
        new("page-state", chance => Mutation.Of(chance, States), bytes => Refusing<JsonException>(() => StateJson.Write(StateJson.Read(Encoding.UTF8.GetString(bytes))))),
        new("reply-words", chance => Mutation.Of(chance, Words), bytes => Refusing<JsonException>(() => StateJson.WriteList(StateJson.ReadList(Encoding.UTF8.GetString(bytes))))),
    ];

    // Of the API's own, so that what is changed is what callers send.
    private static Target Body(object example)
    {
        var type = example.GetType();
        var samples = new[] { JsonSerializer.SerializeToUtf8Bytes(example, type, Api) };
        var validators = type.Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(AbstractValidator<>).MakeGenericType(type)) && t.GetConstructor(Type.EmptyTypes) is not null)
            .Select(t => (IValidator)Activator.CreateInstance(t)!)
            .ToList();
        return new Target("body-" + type.Name, chance => Mutation.Of(chance, samples), bytes => Refusing<JsonException>(() =>
        {
            if (JsonSerializer.Deserialize(bytes, type, Api) is { } body)
            {
                var context = new ValidationContext<object>(body);
                validators.ForEach(validator => validator.Validate(context));
                JsonSerializer.SerializeToUtf8Bytes(body, type, Api);
            }
        }));
    }

    private static void ReadMapping(byte[] bytes)
    {
        var text = TextTargets.TextOf(bytes);
        foreach (var read in new[] { UploadRosterValidator.ReadMapping(text), UploadRosterValidator.ReadLegend(text) }.OfType<IReadOnlyDictionary<string, string>>())
        {
            Must.BeText([.. read.Keys, .. read.Values]);
            JsonSerializer.Serialize(read);
        }
    }

    private static void Refusing<T>(Action read)
        where T : Exception
    {
        try
        {
            read();
        }
        catch (T)
        {
            // Refused as documented.
        }
    }

    private static JsonSerializerOptions Conventions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonConventions.Apply(options);
        return options;
    }

    private static Escalation Rich()
    {
        var (id, now) = (new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), Instant.FromUtc(2026, 10, 12, 7, 0));
        var (role, person) = (new RoleId(id), new PersonId(id));
        return new Escalation
        {
            Page = new PageId(id),
            Version = 3,
            Urgency = Urgency.Urgent,
            Phase = EscalationPhase.Stepping,
            Role = role,
            Sender = person,
            Steps = [new Step(120, [new StepTarget(TargetKind.Tier, Tier: 1), new StepTarget(TargetKind.Role, Role: role)]), new Step(60, [new StepTarget(TargetKind.Desk)], 2, 1)],
            StepIndex = 0,
            StepDueAt = now,
            HandoverAt = now,
            TakenOverBy = "Ada Okafor",
            WaitLeft = Duration.FromSeconds(30),
            Reached = [new Post(role, 1)],
            Visited = [role],
            Responders = [new Responder(person, new Post(role, 1), 0, now, Standing.Notified, true, false)],
            Acknowledgements = [new Acknowledgement(person, "Ada Okafor", now, "On my way", "K 6.8")],
        };
    }
}
