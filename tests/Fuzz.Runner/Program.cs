using OnCall.Fuzz.Tests.Running;

return Command.Run(args, Console.Out);
