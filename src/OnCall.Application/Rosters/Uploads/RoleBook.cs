using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>The roles that a file may name, and those that it brings along.</summary>
internal sealed class RoleBook
{
    private readonly IReadOnlyList<Role> _stored;
    private readonly bool _create;
    private readonly IIdSource _ids;
    private readonly Dictionary<RoleAddress, RoleId> _byAddress = [];
    private readonly Dictionary<(string, string?), RoleId?> _asked = [];
    private readonly Dictionary<RoleId, string> _names = [];
    private readonly List<NewRole> _new = [];

    public RoleBook(IReadOnlyList<Role> stored, bool create, IIdSource ids)
    {
        (_stored, _create, _ids) = (stored, create, ids);
        foreach (var role in stored)
        {
            _names[role.Id] = role.Name;
            foreach (var text in role.Aliases.Prepend(role.Name).Prepend(role.Code))
            {
                Own(text, role.Id);
            }
        }
    }

    public IReadOnlyList<NewRole> New => _new;

    public string NameOf(RoleId role) => _names[role];

    /// <summary>A role that the file brings along asks nothing yet.</summary>
    public RoleDemand DemandOf(RoleId role) => _stored.FirstOrDefault(r => r.Id == role)?.Demand ?? RoleDemand.None;

    /// <summary>
    /// The role that is written so; null when there is none and none may be made. Where its department is written beside it, both
    /// together are looked for first: "Cardiology" and "Duty physician" are "Cardiology – Duty physician".
    /// </summary>
    public RoleId? Find(string written, string? department)
    {
        if (!_asked.TryGetValue((written, department), out var role))
        {
            var whole = department is null || Holds(written, department) ? written : $"{department} – {written}";
            role = Known(whole) ?? Known(written) ?? (_create ? Make(whole) : null);
            _asked[(written, department)] = role;
        }

        return role;
    }

    /// <summary>Whether one of the role's names has the department in it.</summary>
    public bool IsOf(RoleId role, string department) =>
        _stored.FirstOrDefault(r => r.Id == role) is not { } known || known.Aliases.Prepend(known.Name).Prepend(known.Code).Any(name => Holds(name, department));

    /// <summary>What may have been meant, as words for a message; empty when nothing is near.</summary>
    public string Nearest(string written)
    {
        var nearest = NearestRoles.Of(written, _stored, most: 3);
        return nearest.Count == 0 ? "" : $" Nearest: {string.Join("; ", nearest.Select(r => r.Name))}.";
    }

    private static bool Holds(string name, string department) =>
        RoleAddress.TryParse(name, out var whole) && RoleAddress.TryParse(department, out var part) && whole.NormalForm.Contains(part.NormalForm, StringComparison.Ordinal);

    private RoleId? Known(string written) =>
        RoleAddress.TryParse(written, out var address) && _byAddress.TryGetValue(address, out var known) ? known : null;

    private RoleId? Make(string written)
    {
        if (!RoleAddress.TryParse(written, out var address))
        {
            return null;
        }

        var role = new NewRole(new RoleId(_ids.NewId()), FreeCode(written), address.Written);
        _new.Add(role);
        _names[role.Id] = role.Name;
        Own(role.Name, role.Id);
        Own(role.Code, role.Id);
        return role.Id;
    }

    private string FreeCode(string name)
    {
        var code = RoleCode.FromName(name) ?? "role";
        for (var n = 1; ; n++)
        {
            var candidate = n == 1 ? code : $"{code[..Math.Min(code.Length, RoleCode.MaxLength - 8)].TrimEnd('/', '-')}-{n}";
            if (RoleAddress.TryParse(candidate, out var address) && !_byAddress.ContainsKey(address))
            {
                return candidate;
            }
        }
    }

    private void Own(string text, RoleId role)
    {
        if (RoleAddress.TryParse(text, out var address))
        {
            _byAddress.TryAdd(address, role);
        }
    }
}
