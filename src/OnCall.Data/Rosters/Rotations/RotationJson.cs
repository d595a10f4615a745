using System.Text.Json;
using NodaTime.Text;
using OnCall.Data.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Data.Rosters.Rotations;

/// <summary>A rotation as its column keeps it: JSON with ISO dates, times as <c>HH:mm</c>, hours as a role's coverage keeps them.</summary>
internal static class RotationJson
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal static string Write(Rotation rotation) => JsonSerializer.Serialize(new Stored(
        rotation.Tier,
        [.. rotation.People.Select(p => p.Value)],
        rotation.Every.ToString(),
        rotation.Turns,
        Clock.Format(rotation.HandOff),
        LocalDatePattern.Iso.Format(rotation.From),
        rotation.Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
        CoverageJson.Write(rotation.Hours),
        [.. rotation.Exceptions.Select(e => new Exceptional(LocalDatePattern.Iso.Format(e.Date), e.Person?.Value))],
        rotation.Label,
        rotation.HorizonDays));

    internal static Rotation Read(string json, RotationId id, string code, RoleId role)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return new Rotation(
            id,
            code,
            role,
            stored.Tier,
            stored.People.ConvertAll(p => new PersonId(p)),
            Enum.Parse<TurnUnit>(stored.Every),
            stored.Turns,
            Clock.Parse(stored.HandOff).Value,
            LocalDatePattern.Iso.Parse(stored.From).Value,
            stored.Until is { } until ? LocalDatePattern.Iso.Parse(until).Value : null,
            CoverageJson.Read(stored.Hours),
            stored.Exceptions.ConvertAll(e => new RotationException(LocalDatePattern.Iso.Parse(e.Date).Value, e.Person is { } person ? new PersonId(person) : null)),
            stored.Label,
            stored.HorizonDays);
    }

    private sealed record Stored(
        int Tier,
        List<Guid> People,
        string Every,
        int Turns,
        string HandOff,
        string From,
        string? Until,
        List<CoverageJson.Span>? Hours,
        List<Exceptional> Exceptions,
        string? Label,
        int HorizonDays);

    private sealed record Exceptional(string Date, Guid? Person);
}
