using OnCall.Api.Composition;
using OnCall.Api.Exports;
using OnCall.Api.Settings;
using OnCall.Application;
using OnCall.Channels;
using OnCall.Data;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Ldap;
using OnCall.RosterFiles;
using OnCall.Scheduler;
using OnCall.Scheduler.Cluster;

NativeHeap.StaySmall();
try
{
    if (ExportCommand.IsOffline(args))
    {
        return await ExportCommand.RunAsync(args, null, Console.Out);
    }

    var (audit, export, protection) = (AuditCommand.Asked(args), ExportCommand.Asked(args), ProtectionCommand.Asked(args));
    var migrate = MigrateCommand.Asked(args);
    var worker = !audit && !export && !protection && !migrate && WorkerMode.Asked(args);
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Services.AddOnCallData(builder.Configuration);
    builder.Services.AddOnCallApplication();
    if (migrate)
    {
        // What was applied is said once, as the answer.
        builder.Logging.ClearProviders();
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = false);
        await using var unstarted = builder.Build();
        return await MigrateCommand.RunAsync(args, unstarted.Services.GetRequiredService<MigrationRunner>().RunAsync, Console.Out);
    }

    if (audit || export || protection)
    {
        DatabaseOptions.Read(builder.Configuration).MustBeThere();
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = false);
        await using var unstarted = builder.Build();
        return export ? await ExportCommand.RunAsync(args, unstarted.Services, Console.Out)
            : protection ? await ProtectionCommand.RunAsync(args, unstarted.Services, Console.Out)
            : await AuditCommand.RunAsync(args, unstarted.Services, file => new AnchorFile(file), Console.Out);
    }

    builder.AddProcessLog();
    builder.Services.AddChannels(builder.Configuration, DemoMode.PrintsMessages(builder));
    builder.Services.AddRosterFiles();
    builder.Services.AddLdap(builder.Configuration);
    var database = DatabaseOptions.Read(builder.Configuration);
    builder.Services.AddOnCallScheduler(
        worker || EngineMode.InProcess(builder.Configuration), database.SharedBy is { } client ? new ClusterStore(client, database.ConnectionString) : null);
    if (worker)
    {
        builder.AddWorker();
    }
    else
    {
        builder.AddWeb();
    }

    var app = builder.Build();
    if (worker)
    {
        app.UseWorker();
    }
    else
    {
        app.UseWeb();
    }

    await app.RunCheckedAsync();
    return 0;
}
catch (Exception error) when (error is not HostAbortedException)
{
    // One line is what an installer can act on; a stack trace is not.
    await Console.Error.WriteLineAsync(StartFailure.Line(error));
    return AuditCommand.Asked(args) || ExportCommand.Asked(args) || ProtectionCommand.Asked(args) ? AuditCommand.NotChecked : 1;
}
