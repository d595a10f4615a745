using System.Numerics;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Who holds a role, tier by tier: <c>A1 B2</c>. A small letter is the same person on a shift that bears a label.</summary>
internal readonly record struct Holders(ulong Bits)
{
    private const string Letters = "ABCDEFabcdef";

    public int Count => BitOperations.PopCount(Bits);

    public static Holders Of(IReadOnlyList<OnShift> responders)
    {
        var holders = default(Holders);
        for (var i = 0; i < responders.Count; i++)
        {
            holders = holders.With(People.Letter(responders[i].Person), responders[i].Tier);
        }

        return holders;
    }

    public Holders With(char person, int tier) => new(Bits | Bit(person, tier));

    public int OnTier(int tier)
    {
        var self = this;
        return Letters.Count(person => self.Has(person, tier));
    }

    public bool Has(char person, int tier) => (Bits & Bit(person, tier)) != 0;

    public override string ToString()
    {
        var self = this;
        var names = Enumerable.Range(1, 3).SelectMany(tier => Letters.Where(person => self.Has(person, tier)).Select(person => $"{person}{tier}"));
        return Bits == 0 ? "nobody" : string.Join(' ', names);
    }

    private static ulong Bit(char person, int tier) => 1UL << ((3 * Letters.IndexOf(person, StringComparison.Ordinal)) + tier - 1);
}
