using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Directory.Holidays;
using OnCall.Application.Directory.Preferences;

namespace OnCall.Application.Directory;

/// <summary>The use cases of the directory and of access.</summary>
internal static class DirectoryServices
{
    internal static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<SetUp>()
        .AddSingleton<AddFirstAdministrator>()
        .AddSingleton<RoleFinder>()
        .AddSingleton<RoleViews>()
        .AddSingleton<PolicyForm>()
        .AddSingleton<PutOrgUnit>()
        .AddSingleton<ReadOrgUnits>()
        .AddSingleton<ReadUnitTree>()
        .AddSingleton<ReadRolesByUnit>()
        .AddSingleton<FindPeople>()
        .AddSingleton<ReadHolidays>()
        .AddSingleton<PutHolidays>()
        .AddSingleton<PutPerson>()
        .AddSingleton<PreferencePlans>()
        .AddSingleton<PutPreferences>()
        .AddSingleton<OwnContacts>()
        .AddSingleton<CheckSender>()
        .AddSingleton<ReadOwnContacts>()
        .AddSingleton<AddOwnContact>()
        .AddSingleton<RemoveOwnContact>()
        .AddSingleton<OrderOwnContacts>()
        .AddSingleton<SendContactCode>()
        .AddSingleton<VerifyOwnContact>()
        .AddSingleton<TestOwnContact>()
        .AddSingleton<ChooseLanguage>()
        .AddSingleton<ReadPeople>()
        .AddSingleton<PutRole>()
        .AddSingleton<ReadRoles>()
        .AddSingleton<PutPolicy>()
        .AddSingleton<ReadPolicies>();
}
