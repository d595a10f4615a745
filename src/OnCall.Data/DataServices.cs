using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Alarms;
using OnCall.Application.Sealing;
using OnCall.Application.Telemetry;
using OnCall.Data.Access;
using OnCall.Data.Alarms;
using OnCall.Data.Audit;
using OnCall.Data.Devices;
using OnCall.Data.Directory;
using OnCall.Data.Exports;
using OnCall.Data.Notices;
using OnCall.Data.Paging;
using OnCall.Data.Presets;
using OnCall.Data.Protection;
using OnCall.Data.Retention;
using OnCall.Data.Rosters;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;

namespace OnCall.Data;

/// <summary>Composition of the database side.</summary>
public static class DataServices
{
    /// <summary>
    /// Adds the database, its stores, the installation's clock (<see cref="IClock"/>) and the id source. The schema is brought
    /// up to date before any hosted service starts.
    /// </summary>
    /// <exception cref="WrongSettingException">A setting of the database or of the key ring is wrong.</exception>
    public static IServiceCollection AddOnCallData(this IServiceCollection services, IConfiguration configuration)
    {
        var options = DatabaseOptions.Read(configuration);
        services.AddSingleton(options);
        services.AddSingleton<UnreadableWords>();
        services.AddSingleton<IStoredWords, StoredWords>();
        services.AddSingleton(s => new TextSeal(s.GetRequiredService<IDataProtectionProvider>, column => s.GetRequiredService<UnreadableWords>().Found(column)));
        services.AddSingleton<Database>(s => options.Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteDatabase(options.ConnectionString, s.GetRequiredService<TextSeal>()),
            DatabaseProvider.SqlServer => new SqlServerDatabase(options.ConnectionString, s.GetRequiredService<TextSeal>()),
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ProcessClock>();
        services.AddSingleton<DatabaseClock>();
        services.TryAddSingleton<IClock>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddSingleton<IClockOffset>(provider => provider.GetRequiredService<DatabaseClock>());
        services.TryAddSingleton<IIdSource, UuidSource>();
        services.AddSingleton<MigrationRunner>();
        services.AddHostedService<SchemaStartup>();
        services.AddHostedService<ServerTrust>();
        services.AddProtection(configuration);
        services.AddHostedService<DatabaseClockWatch>();
        services.AddSingleton<IDatabaseReadiness, DatabaseReadiness>();
        services.AddSingleton<IDatabaseTidying, DatabaseTidying>();
        services.AddSingleton<IMachine>(provider => new Machine(provider.GetRequiredService<DatabaseClock>(), options.DataFolder(configuration)));
        return services.AddDirectoryStores().AddAccessStores().AddPagingStores().AddPresetStores().AddNoticeStores().AddRosterStores().AddAlarmStores().AddRetentionStores().AddExportStores().AddDeviceStores().AddAuditStores(configuration);
    }
}
