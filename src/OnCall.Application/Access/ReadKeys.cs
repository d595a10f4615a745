using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Access;

/// <summary>Lists keys: one's own, those of the people whom one administers or audits, and for the whole hospital those of integrations.</summary>
public sealed class ReadKeys(IKeyStore keys, IOrgUnitStore units)
{
    /// <summary>By holder; those in force and those that have ended.</summary>
    public async Task<Answer<ListOf<KeyView>>> RunAsync(Caller caller, ListRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var tree = await units.TreeAsync(cancellationToken);
        var visible = (await keys.AllAsync(cancellationToken)).Where(k => MaySee(caller, k, tree));
        var part = ListPart.Of(visible, k => $"{k.EmployeeNo ?? k.Integration} {k.Id}", request);
        return part.Ok ? new ListOf<KeyView>([.. part.Value.Items.Select(k => View(k, tree))], part.Value.Next) : part.Refusal;
    }

    private static bool MaySee(Caller caller, StoredKey key, OrgTree tree)
    {
        var above = key.Person is null ? [] : tree.Above(key.OrgUnit);
        return (key.Person is not null && caller.Person == key.Person) || caller.May(Permission.Admin, above) || caller.May(Permission.Auditor, above);
    }

    private static KeyView View(StoredKey key, OrgTree tree) => new(
        key.Id.Value, key.EmployeeNo, key.Integration, [.. key.Grants.Select(g => new GrantView(g.Permission, tree.Find(g.OrgUnit)?.Code))], key.MadeBy, key.CreatedAt,
        key.ExpiresAt, key.UsedAt, key.RevokedAt);
}
