namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Smaller lists: one item fewer, or one item smaller.</summary>
internal static class Without
{
    public static IEnumerable<IReadOnlyList<T>> One<T>(IReadOnlyList<T> items) =>
        items.Select(IReadOnlyList<T> (_, i) => [.. items.Take(i), .. items.Skip(i + 1)]);

    public static IEnumerable<IReadOnlyList<T>> Part<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller) =>
        items.SelectMany((item, i) => smaller(item).Select(IReadOnlyList<T> (less) => [.. items.Take(i), less, .. items.Skip(i + 1)]));
}
