using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Reads permissions as written.</summary>
internal static class GrantForm
{
    /// <summary>The permissions that people may hold, as words for a message.</summary>
    internal static string OfPeople { get; } = string.Join(", ", PeoplesPermissions.All.Select(Written.Of));

    internal static bool IsOfPeople(string? written) => Written.TryRead<Permission>(written, out var permission) && PeoplesPermissions.All.Contains(permission);

    /// <summary>The grants, each once; <c>staff</c> when nothing is written. Units that do not exist are problems.</summary>
    internal static (IReadOnlyList<Grant> Grants, IReadOnlyList<InputProblem> Problems) Read(IReadOnlyList<GrantInput>? written, OrgTree tree)
    {
        if (written is null)
        {
            return ([new Grant(Permission.Staff, null)], []);
        }

        var grants = new List<Grant>();
        var problems = new List<InputProblem>();
        for (var i = 0; i < written.Count; i++)
        {
            _ = Written.TryRead<Permission>(written[i].Permission, out var permission);
            var unit = written[i].OrgUnit is { } code ? tree.Find(code) : null;
            if (written[i].OrgUnit is not null && unit is null)
            {
                problems.Add(DirectoryProblems.NoUnit($"permissions[{i}].orgUnit", written[i].OrgUnit));
            }

            grants.Add(new Grant(permission, unit?.Id));
        }

        return ([.. grants.Distinct()], problems);
    }
}
