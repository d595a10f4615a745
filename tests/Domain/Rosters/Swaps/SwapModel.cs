namespace OnCall.Domain.Tests.Rosters.Swaps;

/// <summary>Who holds each place of a role at each hour, kept as letters on a board: no covers, no timeline.</summary>
internal sealed class SwapModel(int hours)
{
    private readonly Dictionary<int, char>[] _board = [.. Enumerable.Range(0, hours).Select(_ => new Dictionary<int, char>())];

    public void Publish(char person, int tier, int from, int to)
    {
        for (var hour = from; hour < to; hour++)
        {
            _board[hour][tier] = person;
        }
    }

    public void Give(char giver, char taker, int tier, int from, int to)
    {
        for (var hour = from; hour < to; hour++)
        {
            if (_board[hour].GetValueOrDefault(tier) != giver)
            {
                throw new InvalidOperationException($"{giver} does not hold tier {tier} at {hour}.");
            }

            _board[hour][tier] = taker;
        }
    }

    public string At(int hour) => string.Join(' ', _board[hour].OrderBy(p => p.Key).Select(p => $"{p.Value}{p.Key}"));
}
