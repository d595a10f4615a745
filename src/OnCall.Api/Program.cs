using OnCall.Api.Composition;
using OnCall.Api.Settings;
using OnCall.Application;
using OnCall.Channels;
using OnCall.Data;
using OnCall.Ldap;
using OnCall.RosterFiles;
using OnCall.Scheduler;

NativeHeap.StaySmall();
try
{
    var worker = WorkerMode.Asked(args);
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Services.AddOnCallData(builder.Configuration);
    builder.Services.AddOnCallApplication();
    builder.Services.AddChannels(builder.Configuration, DemoMode.PrintsMessages(builder));
    builder.Services.AddRosterFiles();
    builder.Services.AddLdap(builder.Configuration);
    builder.Services.AddOnCallScheduler(worker || EngineMode.InProcess(builder.Configuration));
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
    return 1;
}
