namespace OnCall.Domain.Access;

/// <summary>The permissions that people may hold; all others are for systems.</summary>
public static class PeoplesPermissions
{
    public static IReadOnlyList<Permission> All { get; } = [.. Enum.GetValues<Permission>().Where(p => p != Permission.Integration)];
}
