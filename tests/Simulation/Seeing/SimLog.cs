using Microsoft.Extensions.Logging;
using OnCall.Simulation.Tests.Faults;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Keeps what the program logs: it may not hold patient data, nor an error that nobody simulated.</summary>
internal sealed class SimLog(Sight sight) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        sight.Log.Add(exception is null ? line : $"{line} {exception.Message}");
        if (exception is not null && !SimulatedError.IsBehind(exception))
        {
            sight.Surprises.Add($"{line} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
