namespace OnCall.Application.Tests.Rosters.Swaps;

/// <summary>
/// Who is on which day, worked out in a way of its own: each day has lines of people, the last of a line is on. A cover goes to the end of
/// every line that the relieved person stands in, or begins a line of its own.
/// </summary>
internal sealed class WalkedRoster(IEnumerable<string> published)
{
    private readonly string[] _published = [.. published];
    private readonly List<(Guid Id, int Day, string Person, string Instead)> _covers = [];

    public int Days => _published.Length;

    public void Publish(int day, string person) => _published[day] = person;

    public void Cover(Guid id, int day, string person, string instead) => _covers.Add((id, day, person, instead));

    public void Remove(IEnumerable<Guid> covers) => _covers.RemoveAll(c => covers.Contains(c.Id));

    /// <summary>As <see cref="House.WhoAsync"/> tells it, by number.</summary>
    public IReadOnlyList<string> On(int day)
    {
        List<List<string>> lines = [[_published[day]]];
        foreach (var cover in _covers.Where(c => c.Day == day))
        {
            var theirs = lines.FindAll(l => l.Contains(cover.Instead));
            theirs.ForEach(l => l.Add(cover.Person));
            if (theirs.Count == 0)
            {
                lines.Add([cover.Instead, cover.Person]);
            }
        }

        return [.. lines.Select(l => l[^1]).Distinct().Order(StringComparer.Ordinal)];
    }
}
