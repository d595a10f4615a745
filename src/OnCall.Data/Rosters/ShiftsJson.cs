using OnCall.Application;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Many shifts as one parameter.</summary>
internal static class ShiftsJson
{
    public static string Write(IEnumerable<NewShift> shifts, IIdSource ids, DatabaseProvider provider) => JsonRows.Write(shifts, (json, shift) =>
    {
        json.WriteString("id", ids.NewId());
        json.WriteString("role", shift.Role.Value);
        json.WriteString("person", shift.Person.Value);
        json.WriteNumber("tier", shift.Tier);
        json.WriteInstant("start", shift.Start, provider);
        json.WriteInstant("end", shift.End, provider);
        json.WriteString("label", shift.Label);
    });
}
