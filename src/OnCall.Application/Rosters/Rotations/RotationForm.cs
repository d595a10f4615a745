using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Reads and shows rotations.</summary>
internal static class RotationForm
{
    private const int UsualHorizon = 56;

    /// <summary>Every employee number that a request names.</summary>
    public static IReadOnlyCollection<string> Numbers(PutRotationRequest request) =>
        [.. request.People!.Concat(request.Exceptions?.Select(e => e.Person).OfType<string>() ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What names nobody, by field.</summary>
    public static IReadOnlyList<InputProblem> Unknown(PutRotationRequest request, IReadOnlyDictionary<string, PersonId> known)
    {
        const string Nobody = "Nobody has this employee number.";
        return
        [
            .. request.People!.Select((number, i) => (number, i)).Where(p => !known.ContainsKey(p.number)).Select(p => new InputProblem($"people[{p.i}]", Nobody, p.number)),
            .. (request.Exceptions ?? []).Select((e, i) => (e.Person, i)).Where(p => p.Person is { } number && !known.ContainsKey(number))
                .Select(p => new InputProblem($"exceptions[{p.i}].person", Nobody, p.Person)),
        ];
    }

    /// <param name="request">Right in itself; its people are all known.</param>
    public static Rotation Read(PutRotationRequest request, RotationId id, string code, RoleScope scope, IReadOnlyDictionary<string, PersonId> known)
    {
        RotationText.TryUnit(request.Every, out var every);
        RotationText.TryTime(request.HandOff, out var handOff);
        return new Rotation(
            id,
            code,
            scope.Role.Id,
            request.Tier ?? 1,
            [.. request.People!.Select(number => known[number])],
            every,
            request.Turns ?? 1,
            handOff,
            RotationText.Date(request.From!),
            request.Until is { } until ? RotationText.Date(until) : null,
            CoverageForm.Hours(request.Hours),
            [.. (request.Exceptions ?? []).Select(e => new RotationException(RotationText.Date(e.Date!), e.Person is { } number ? known[number] : null)).OrderBy(e => e.Date)],
            string.IsNullOrWhiteSpace(request.Label) ? null : request.Label.Trim(),
            request.HorizonDays ?? UsualHorizon);
    }

    public static RotationView Show(Rotation rotation, Instant madeTo, RoleScope scope, IReadOnlyDictionary<PersonId, RosterPerson> people)
    {
        return new RotationView(
            rotation.Code,
            new RoleName(scope.Role.Code, scope.Role.Name),
            rotation.Tier,
            [.. rotation.People.Select(Name)],
            rotation.Every == TurnUnit.Week ? "week" : "day",
            rotation.Turns,
            RotationText.Time(rotation.HandOff),
            rotation.Every == TurnUnit.Week ? RotationText.Day(rotation.From.DayOfWeek) : null,
            RotationText.Date(rotation.From),
            rotation.Until is { } until ? RotationText.Date(until) : null,
            CoverageForm.Write(rotation.Hours),
            rotation.HorizonDays,
            [.. rotation.Exceptions.Select(e => new RotationExceptionView(RotationText.Date(e.Date), e.Person is { } person ? Name(person) : null))],
            rotation.Label,
            scope.Zone.Id,
            madeTo);

        PersonName Name(PersonId person) => PersonName.Of(people.GetValueOrDefault(person));
    }
}
