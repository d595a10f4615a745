using OnCall.Domain.Access;

namespace OnCall.Application.Directory;

/// <summary>Shows roles to whoever works here.</summary>
public sealed class ReadRoles(IDirectoryReads directory, RoleFinder finder, RoleViews views)
{
    /// <summary>By code only: a path names one role for good, a name may wander.</summary>
    public async Task<Answer<RoleView>> FindAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var found = await finder.FindAsync(code, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        return string.Equals(found.Value.Code, code, StringComparison.OrdinalIgnoreCase)
            ? (await views.OfAsync([found.Value], cancellationToken))[0]
            : RoleFinder.Unknown(code, [found.Value]);
    }

    public async Task<Answer<ListOf<RoleView>>> ListAsync(Caller caller, ListRequest request, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var part = ListPart.Of(await directory.AllRolesAsync(cancellationToken), r => r.Code, request);
        return part.Ok
            ? new ListOf<RoleView>(await views.OfAsync(part.Value.Items, cancellationToken), part.Value.Next)
            : part.Refusal;
    }
}
