using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Directory.Holidays;
using OnCall.Application.Rosters.Search;
using OnCall.Data.Rosters;

namespace OnCall.Data.Directory;

/// <summary>The stores of the directory and of access.</summary>
internal static class DirectoryStores
{
    internal static IServiceCollection AddDirectoryStores(this IServiceCollection services) => services
        .AddSingleton<KeyStore>()
        .AddSingleton<IKeyReads>(s => s.GetRequiredService<KeyStore>())
        .AddSingleton<IKeyStore>(s => s.GetRequiredService<KeyStore>())
        .AddSingleton<RoleStore>()
        .AddSingleton<IRoleStore>(s => s.GetRequiredService<RoleStore>())
        .AddSingleton<PersonStore>()
        .AddSingleton<IPersonStore>(s => s.GetRequiredService<PersonStore>())
        .AddSingleton<IOwnContacts, OwnContactStore>()
        .AddSingleton<IDirectoryReads, DirectoryReads>()
        .AddSingleton<IOrgUnitStore, OrgUnitStore>()
        .AddSingleton<IFavouriteRoles, FavouriteRoleStore>()
        .AddSingleton<IHolidays, HolidayStore>()
        .AddSingleton<IPolicyStore, PolicyStore>()
        .AddSingleton<ISetupStore, SetupStore>();
}
