using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Rotations;
using OnCall.Domain.Tests.Rosters.Proof;

namespace OnCall.Domain.Tests.Rosters.Rotations;

/// <summary>A rotation as somebody writes it around a change of the clocks, and the holidays of its unit.</summary>
/// <param name="People">By letter; an exception's blank is nobody.</param>
internal sealed record WrittenRotation(
    string People, TurnUnit Every, int Turns, LocalTime HandOff, LocalDate From, LocalDate? Until, IReadOnlyList<CoverageHours>? Hours,
    IReadOnlyList<(LocalDate Date, char Person)> Exceptions, IReadOnlyList<LocalDate> Holidays, string Inactive) : ISmaller<WrittenRotation>
{
    public Rotation Rotation => new(
        default, "nights", Reading.Role(0), 1, [.. People.Select(Proof.People.Id)], Every, Turns, HandOff, From, Until, Hours,
        [.. Exceptions.Select(e => new RotationException(e.Date, e.Person == ' ' ? null : Proof.People.Id(e.Person)))], "Night", 56);

    public IEnumerable<WrittenRotation> Smaller() =>
        Without.One(Exceptions).Select(less => this with { Exceptions = less })
            .Concat(Without.One(Holidays).Select(less => this with { Holidays = less }))
            .Concat(Without.One(Hours ?? []).Where(h => h.Count > 0).Select(less => this with { Hours = less }))
            .Concat(Until is null ? [] : [this with { Until = null }])
            .Concat(Inactive.Length == 0 ? [] : [this with { Inactive = "" }]);

    public override string ToString()
    {
        var hours = Hours is null ? "whole turns" : string.Join(", ", Hours.Select(h => $"{string.Join('+', h.Days)}{(h.OnHolidays ? " and holidays" : h.NotOnHolidays ? " but no holidays" : "")} {h.Start} to {h.End}"));
        return $"{People} every {Turns} {Every} at {HandOff} from {From} until {Until}, {hours}; exceptions: {string.Join(", ", Exceptions.Select(e => $"{e.Date} {e.Person}"))}; holidays: {string.Join(", ", Holidays)}; inactive: {Inactive}";
    }
}
