using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 1: an accepted page is there in the end, one for each key, and every answer under a key names that one.</summary>
internal sealed class NoPageIsLost : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var sends in sight.Sends.GroupBy(s => s.Key))
        {
            var answers = sends.Where(s => s.Page is not null).ToList();
            if (answers.Select(a => a.Page).Distinct().Count() > 1)
            {
                yield return Broken(answers[^1].Ended, $"The key {sends.Key} was answered with {answers.Select(a => a.Page).Distinct().Count()} pages.", answers[^1].Page);
            }

            foreach (var answer in answers.Where(a => !sight.Stored.TryGetValue(a.Page!.Value, out var stored) || stored.Reference != a.Reference!.TrimStart('#')))
            {
                yield return Broken(answer.Ended, $"The page {answer.Reference} was accepted and is not there.", answer.Page);
            }

            foreach (var reused in sends.Where(s => s.Answer == "idempotency-key-reused"))
            {
                yield return Broken(reused.Ended, $"The same request under the key {reused.Key} was taken for another.");
            }
        }

        foreach (var twice in sight.Stored.Values.GroupBy(p => p.Subject).Where(g => g.Count() > 1))
        {
            yield return Broken(sight.End, $"One request became {twice.Count()} pages.", twice.First().Id);
        }
    }
}
