using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>What a person is on.</summary>
/// <param name="On">Now; empty when they are off shift.</param>
/// <param name="Next">The first time that they come on after now, as far as the roster in memory reaches; null for none.</param>
public sealed record FoundPerson(PersonName Person, IReadOnlyList<PersonStretch> On, PersonStretch? Next);
