using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OnCall.Scenarios.Tests;

/// <summary>Everything that the program says of itself: all log lines with their exceptions, at every severity, and all traces with their tags and events.</summary>
internal sealed class HeardLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _traces;

    public HeardLogs()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => _lines.Enqueue($"trace {a.DisplayName} {string.Join(' ', a.TagObjects)} {string.Join(' ', a.Events.Select(e => e.Name + string.Join(' ', e.Tags)))} {string.Join(' ', a.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, _lines);

    public void Dispose() => _traces.Dispose();

    private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "";
            lines.Enqueue($"{logLevel} {name} {formatter(state, exception)} {fields} {exception}");
        }
    }
}
