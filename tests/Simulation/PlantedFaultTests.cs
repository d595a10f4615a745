using OnCall.Simulation.Tests.Planting;
using OnCall.Simulation.Tests.Runs;
using Xunit;

namespace OnCall.Simulation.Tests;

/// <summary>The simulation can fail: each classic fault of a paging engine is found within so many seeds, which are clean without it.</summary>
public class PlantedFaultTests(ITestOutputHelper output)
{
    private const ulong MostSeeds = 400;

    [Fact]
    public void A_due_time_that_only_memory_knows_is_found() => Finds(Classic.DueTimeOnlyInMemory);

    [Fact]
    public void A_claim_that_holds_nothing_is_found() => Finds(Classic.ClaimWithoutLease);

    [Fact]
    public void An_acknowledgement_that_is_written_over_what_happened_since_is_found() => Finds(Classic.AcknowledgementNotGuarded, from: 140);

    [Fact]
    public void A_roster_that_is_looked_up_once_and_never_again_is_found() => Finds(Classic.ResolvedOnce);

    [Fact]
    public void A_receipt_that_counts_as_an_acknowledgement_is_found() => Finds(Classic.ReceiptTakenAsAcknowledgement);

    [Fact]
    public void A_page_that_is_written_and_told_as_not_sent_is_found() => Finds(Classic.LostAnswerToldAsNotSent);

    // The race that an unguarded write loses is rare: its seeds begin near one that runs it.
    private void Finds(Classic fault, ulong from = 1)
    {
        using var bench = new Bench();
        for (var seed = from; seed < from + MostSeeds; seed++)
        {
            var verdict = bench.Try(seed, fault);
            if (!verdict.BreaksARule)
            {
                continue;
            }

            output.WriteLine($"{fault} is found by seed {seed}: {verdict.Violations[0]}");
            Assert.Empty(bench.Try(seed).Violations);
            return;
        }

        Assert.Fail($"{fault} is not found by {MostSeeds} seeds from {from} on.");
    }
}
