using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Finds the role that an address means, or says which ones are nearest.</summary>
public sealed class RoleFinder(IDirectoryReads directory)
{
    public async Task<Answer<Role>> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (await directory.FindRoleAsync(address, cancellationToken) is { } role)
        {
            return role;
        }

        return new Refusal(RefusalKind.NotFound, "unknown-role", "No such role", $"No role is called '{address}'.");
    }
}
