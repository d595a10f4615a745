using OnCall.Domain.Directory;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>The people of the proof, by letter.</summary>
internal static class People
{
    public const string Letters = "ABCDEF";

    private static readonly Dictionary<PersonId, char> ByLetter = Letters.ToDictionary(Id);

    public static PersonId Id(char letter) => new(new Guid(letter, 0, 0, new byte[8]));

    public static char Letter(PersonId person) => ByLetter[person];
}
