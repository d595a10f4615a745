using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Finds the role that an address means, or says which ones are nearest. Calls that come at about the same time share a read.</summary>
public sealed class RoleFinder(IDirectoryReads directory)
{
    private const int MostTogether = 64;

    private readonly Together<string, Role?> _finds = new(addresses => directory.FindRolesAsync(addresses, CancellationToken.None), MostTogether);

    /// <param name="address">Code, name or alias, in any case, width, spacing and with any dash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<Role>> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (await _finds.RunAsync(address).WaitAsync(cancellationToken) is { } role)
        {
            return role;
        }

        return Unknown(address, NearestRoles.Of(address, await directory.AllRolesAsync(cancellationToken)));
    }

    /// <summary>A built-in role, which no address means.</summary>
    public async Task<Answer<Role>> FindAsync(RoleId role, string name, CancellationToken cancellationToken) =>
        (await directory.RolesAsync([role], cancellationToken)) is [var found] ? found : Unknown(name, []);

    internal static Refusal Unknown(string address, IReadOnlyList<Role> nearest)
    {
        var hint = nearest.Count > 0
            ? " Nearest: " + string.Join("; ", nearest.Select(r => r.Name)) + "."
            : "";
        return new Refusal(RefusalKind.NotFound, "unknown-role", "No such role", $"No role is called '{address}'.{hint}")
        {
            Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["nearest"] = nearest.Select(r => new RoleName(r.Code, r.Name)).ToList() },
        };
    }
}
