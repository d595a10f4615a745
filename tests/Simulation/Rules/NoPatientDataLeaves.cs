using OnCall.Simulation.Tests.Life;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 8: nothing of a page but role, urgency, reference and callback leaves the building, is logged, or answers a text.</summary>
internal sealed class NoPatientDataLeaves : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var call in sight.Calls.Where(c => Leaks(c.Text.ToLine()) || Leaks(c.Text.ToPagerLine())))
        {
            yield return Broken(call.At, $"{call.Kind} carried: {call.Text.ToLine()}");
        }

        foreach (var act in sight.Acts.Where(a => a.From is not null && Leaks(a.Answer ?? "")))
        {
            yield return Broken(act.Began, $"A text was answered: {act.Answer}", act.Page);
        }

        foreach (var line in sight.Log.Where(Leaks))
        {
            yield return Broken(sight.End, $"Logged: {line}");
        }

        foreach (var line in sight.Events.Where(e => e.Kind != Domain.Paging.PageEventKind.Message && e.Detail.Contains(Patient.Name, StringComparison.Ordinal)))
        {
            yield return Broken(line.At, $"The trail holds: {line.Detail}", line.Page);
        }
    }

    private static bool Leaks(string text) => text.Contains(Patient.Mark, StringComparison.OrdinalIgnoreCase);
}
