using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>What an upload keeps as text: its problems, and what a preview would publish.</summary>
internal static class DraftJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(IReadOnlyList<RosterProblem> problems) => JsonSerializer.Serialize(problems, Options);

    public static IReadOnlyList<RosterProblem> ReadProblems(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<List<RosterProblem>>(json, Options) ?? [];

    public static string Write(UploadReading reading) => JsonSerializer.Serialize(reading, Options);

    public static UploadReading ReadReading(string json) =>
        json.Length == 0 ? UploadReading.Nothing : JsonSerializer.Deserialize<UploadReading>(json, Options) ?? UploadReading.Nothing;

    public static string Write(SourceSettings settings) => JsonSerializer.Serialize(settings, Options);

    public static SourceSettings ReadSettings(string json) => JsonSerializer.Deserialize<SourceSettings>(json, Options) ?? new SourceSettings();

    /// <summary>Empty for an upload that is no preview.</summary>
    public static string Write(RosterDraft? draft) => draft is null ? "" : JsonSerializer.Serialize(
        new Kept(
            draft.Basis,
            [.. draft.Roles.Select(r => new KeptRole(r.Id.Value, r.Code, r.Name))],
            [.. draft.People.Select(p => new KeptPerson(p.Id.Value, p.EmployeeNo, p.Name))],
            [.. draft.Shifts.Select(s => new KeptShift(s.Role.Value, s.Person.Value, s.Tier, s.Start.ToUnixTimeMilliseconds(), s.End.ToUnixTimeMilliseconds(), s.Label))]),
        Options);

    public static RosterDraft? ReadDraft(string json) => json.Length == 0 || JsonSerializer.Deserialize<Kept>(json, Options) is not { } kept ? null : new RosterDraft(
        kept.Basis,
        kept.Roles.ConvertAll(r => new NewRole(new RoleId(r.Id), r.Code, r.Name)),
        kept.People.ConvertAll(p => new NewPerson(new PersonId(p.Id), p.EmployeeNo, p.Name)),
        kept.Shifts.ConvertAll(s => new NewShift(
            new RoleId(s.Role), new PersonId(s.Person), s.Tier, Instant.FromUnixTimeMilliseconds(s.Start), Instant.FromUnixTimeMilliseconds(s.End), s.Label)));

    private sealed record Kept(string Basis, List<KeptRole> Roles, List<KeptPerson> People, List<KeptShift> Shifts);

    private sealed record KeptRole(Guid Id, string Code, string Name);

    private sealed record KeptPerson(Guid Id, string EmployeeNo, string Name);

    private sealed record KeptShift(Guid Role, Guid Person, int Tier, long Start, long End, string? Label);
}
