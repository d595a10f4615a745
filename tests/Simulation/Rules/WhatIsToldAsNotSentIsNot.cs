using OnCall.Simulation.Tests.Life;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 1: where everybody who had asked for a page by then was told that nothing was done, there is none.</summary>
internal sealed class WhatIsToldAsNotSentIsNot : Rule
{
    private static readonly string[] Not = [Front.NotDone, "busy"];

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        var keys = sight.Sends.ToLookup(s => s.Subject);
        foreach (var page in sight.Pages.Where(p => sight.Stored.ContainsKey(p.Id)))
        {
            var asked = keys[sight.Stored[page.Id].Subject!].Where(s => s.Began <= page.AcceptedAt).ToList();
            if (asked.Count > 0 && asked.TrueForAll(s => Not.Contains(s.Answer)))
            {
                yield return Broken(page, page.AcceptedAt, $"Its sender was told {asked.Count} times that nothing was done: {string.Join(", ", asked.Select(s => s.Answer))}.");
            }
        }
    }
}
