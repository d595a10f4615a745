using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>
/// Rule 10: a notification goes out once more only after something went wrong with it, says then that it repeats, and names the same page.
/// </summary>
internal sealed class ADuplicateIsARepeat : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var call in page.Calls.Where(c => c.Text.Reference.Value != sight.Stored[page.Id].Reference))
            {
                yield return Broken(page, call.At, $"{call.Kind} named {call.Text.Reference}, another page.");
            }

            foreach (var again in page.Calls.GroupBy(c => c.Id).SelectMany(calls => calls.Zip(calls.Skip(1)).Select((pair, index) => (pair.First, pair.Second, Earlier: calls.Take(index + 1).ToList()))))
            {
                if (!MayGoOut(again.First, again.Second, allowed))
                {
                    yield return Broken(page, again.Second.At, $"{again.Second.Kind} to {again.Second.Message.Address} went out again, {(again.Second.At - again.First.At).TotalSeconds} s after the last time, for no reason.");
                }
                else if (again.Second.Text.Purpose == NotificationPurpose.Page && again.Earlier.Exists(c => c.ReachedAt is not null && c.Message.Attempt < again.Second.Message.Attempt))
                {
                    yield return Broken(page, again.Second.At, $"{again.Second.Kind} to {again.Second.Message.Address} went out again, and did not say so.");
                }
            }
        }
    }

    // It had failed and was to be tried again; or whoever sent it could not write down what came of it; or a node that stood still before its
    // call, with a claim that has ended since, goes on with it.
    private static bool MayGoOut(Call before, Call again, Allowance allowed) =>
        (before.Answer == DeliveryStatus.FailedForNow && before.AnsweredAt <= again.At)
        || allowed.WasHit(before.Node, before.At, again.At)
        || (again.Message.Attempt <= before.Message.Attempt && allowed.HeldUp(again.Node, before.At, again.At) > NodaTime.Duration.Zero);
}
