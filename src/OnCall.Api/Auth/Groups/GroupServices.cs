using Microsoft.Extensions.Options;
using OnCall.Application.Access.Groups;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth.Groups;

/// <summary>Reads which groups give which permissions.</summary>
internal static class GroupServices
{
    internal static IServiceCollection AddGroupRules(this IServiceCollection services)
    {
        services.AddOptions<GroupSettings>().BindConfiguration(GroupSettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GroupSettings>, GroupSettingsValidator>();
        return services.AddSingleton(s => new GroupRules([.. s.GetRequiredService<IOptions<GroupSettings>>().Value.Groups.Select(Rule)]));
    }

    internal static Permission? Read(string? written)
    {
        foreach (var permission in PeoplesPermissions.All)
        {
            if (string.Equals(permission.ToString(), written, StringComparison.OrdinalIgnoreCase))
            {
                return permission;
            }
        }

        return null;
    }

    private static GroupRule Rule(GroupSetting setting) =>
        new(setting.Group!, Read(setting.Permission)!.Value, string.IsNullOrWhiteSpace(setting.OrgUnit) ? null : setting.OrgUnit.Trim());
}
