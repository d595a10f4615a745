using OnCall.Application.Rosters.Snapshots;
using OnCall.Application.Rosters.WhoIsOn;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Search;

/// <summary>What somebody types to find a role.</summary>
internal sealed class WantedRole(RosterSnapshot snapshot, OrgTree tree, string? text)
{
    private readonly string _text = text?.Trim() ?? "";
    private readonly SearchText _whole = new(text);
    private readonly Role? _called = string.IsNullOrWhiteSpace(text) ? null : snapshot.Find(text);

    // Dashes and slashes stand between words of names and codes; who types leaves them out or writes another.
    private readonly IReadOnlyList<SearchText> _words =
        [.. (text ?? "").Split([' ', '\u3000', '-', '–', '—', '/', ',', '・'], StringSplitOptions.RemoveEmptyEntries).Select(w => new SearchText(w))];

    public RoleFit FitOf(Role role)
    {
        if (_text.Length == 0)
        {
            return RoleFit.Named;
        }

        if (_called?.Id == role.Id)
        {
            return RoleFit.Whole;
        }

        if (Names(role).Any(_whole.Begins))
        {
            return RoleFit.Begins;
        }

        if (_words.Count == 0)
        {
            return Names(role).Any(_whole.IsIn) ? RoleFit.Named : RoleFit.None;
        }

        var others = _words.Where(w => !Names(role).Any(w.IsIn)).ToList();
        return others.Count == 0 ? RoleFit.Named : UnitsOf(role).ToList() is var units && others.All(w => units.Any(w.IsIn)) ? RoleFit.Unit : RoleFit.None;
    }

    private static IEnumerable<string> Names(Role role) => role.Aliases.Prepend(role.Code).Prepend(role.Name);

    private IEnumerable<string> UnitsOf(Role role) => tree.Above(role.OrgUnit).Select(u => tree.Find(u)!.Name);
}
