using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>The roles that a file may name, and those that it brings along.</summary>
internal sealed class RoleBook
{
    private readonly IReadOnlyList<Role> _stored;
    private readonly bool _create;
    private readonly IIdSource _ids;
    private readonly Dictionary<RoleAddress, RoleId> _byAddress = [];
    private readonly Dictionary<string, RoleId?> _asked = new(StringComparer.Ordinal);
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

    /// <summary>The role that is written so; null when there is none and none may be made.</summary>
    public RoleId? Find(string written)
    {
        if (!_asked.TryGetValue(written, out var role))
        {
            role = Look(written);
            _asked[written] = role;
        }

        return role;
    }

    /// <summary>What may have been meant, as words for a message; empty when nothing is near.</summary>
    public string Nearest(string written)
    {
        var nearest = NearestRoles.Of(written, _stored, most: 3);
        return nearest.Count == 0 ? "" : $" Nearest: {string.Join("; ", nearest.Select(r => r.Name))}.";
    }

    private RoleId? Look(string written)
    {
        if (!RoleAddress.TryParse(written, out var address))
        {
            return null;
        }

        if (_byAddress.TryGetValue(address, out var known))
        {
            return known;
        }

        if (!_create)
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
