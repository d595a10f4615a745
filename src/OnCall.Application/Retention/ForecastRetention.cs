using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>The dry run: counts what would go, by the rules as they are or as if one more stood, and changes nothing.</summary>
public sealed class ForecastRetention(IRetentionItems items, IClock clock)
{
    private const int Look = 200;

    // Of each kind; a screen must come back.
    private const int MostParts = 250;

    /// <param name="what">The class of a rule to be tried out, or null.</param>
    public async Task<Answer<RetentionForecast>> RunAsync(Caller caller, string? what, RetentionRuleBody tried, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(tried);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotReader();
        }

        var book = await items.BookAsync(cancellationToken);
        if (!string.IsNullOrEmpty(what))
        {
            var (rule, problems) = RetentionForm.Read(what, tried, book.Tree);
            if (rule is null)
            {
                return Refusal.Invalid(problems);
            }

            book = book.With(rule);
        }

        var lines = new List<ForecastLine>();
        var complete = true;
        foreach (var (type, kind) in Enum.GetValues<RetentionClass>().SelectMany(c => RetentionLimits.KindsOf(c).Select(k => (c, k))))
        {
            complete &= await CountAsync(caller, book, type, kind, lines, cancellationToken);
        }

        return new RetentionForecast(lines, complete);
    }

    private async Task<bool> CountAsync(
        Caller caller, RetentionBook book, RetentionClass what, KeptKind kind, List<ForecastLine> lines, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (book.LatestEnd(what, now) is not { } before)
        {
            return true;
        }

        var found = new List<(KeptItem Item, RetentionVerdict Verdict)>();
        KeptPlace? place = null;
        for (var part = 0; part < MostParts && (part == 0 || place is not null); part++)
        {
            var read = await items.FindAsync(what, kind, before, place, Look, cancellationToken);
            found.AddRange(read.Items.Select(i => (i, book.Decide(what, i, now)))
                .Where(f => f.Item2.Fate != RetentionFate.Stays && RetentionAccess.MayRead(caller, book.Tree.Above(f.Item2.Unit))));
            place = read.Last;
        }

        lines.AddRange(found.GroupBy(f => (f.Verdict.Unit, f.Verdict.Days)).Select(g => new ForecastLine(
            Written.Of(what), Written.Of(kind), book.Tree.Find(g.Key.Unit)?.Code, g.Key.Days!.Value, g.Count(f => f.Verdict.Fate == RetentionFate.Goes),
            g.Count(f => f.Verdict.Fate == RetentionFate.Held), g.Min(f => f.Item.At), g.Max(f => f.Item.At))));
        return place is null;
    }
}
