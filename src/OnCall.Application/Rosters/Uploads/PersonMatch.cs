namespace OnCall.Application.Rosters.Uploads;

/// <summary>Whom a file means: one person, or why nobody or which several.</summary>
/// <param name="Person">Null when it is not one person.</param>
/// <param name="Several">All who are meant equally well; empty when there are none.</param>
internal sealed record PersonMatch(RosterPerson? Person, IReadOnlyList<RosterPerson> Several)
{
    public static PersonMatch Nobody { get; } = new(null, []);

    public static PersonMatch Of(IReadOnlyList<RosterPerson> people) => people switch
    {
        [] => Nobody,
        [var one] => new PersonMatch(one, []),
        _ => new PersonMatch(null, people),
    };
}
