namespace OnCall.Application.Access.Groups;

/// <summary>Which groups give which permissions.</summary>
public sealed record GroupRules(IReadOnlyList<GroupRule> All)
{
    public static GroupRules None { get; } = new([]);
}
