using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging.States;

/// <summary>A post while it is read.</summary>
internal sealed class PostDraft
{
    public RoleId? Role { get; set; }

    public int? Tier { get; set; }

    public Post ToPost() => new(Role ?? throw Missing.Of("role"), Tier ?? throw Missing.Of("tier"));
}
