using System.Text.Json;
using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Data.Rosters.Pulls;

/// <summary>The shifts that a pull took: rows of role, person, tier, start and end, the latter in milliseconds.</summary>
internal static class TakenJson
{
    public static string Write(IEnumerable<TakenShift> shifts) => JsonSerializer.Serialize(
        shifts.Select(s => new Kept(s.Role.Value, s.Person.Value, s.Tier, s.Start.ToUnixTimeMilliseconds(), s.End.ToUnixTimeMilliseconds())));

    public static IReadOnlyCollection<TakenShift> Read(string json) => JsonSerializer.Deserialize<List<Kept>>(json)!.ConvertAll(k => new TakenShift(
        new RoleId(k.R), new PersonId(k.P), k.T, Instant.FromUnixTimeMilliseconds(k.S), Instant.FromUnixTimeMilliseconds(k.E)));

    private sealed record Kept(Guid R, Guid P, int T, long S, long E);
}
