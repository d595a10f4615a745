using OnCall.Simulation.Tests.Runs;

return await Command.RunAsync(args);
