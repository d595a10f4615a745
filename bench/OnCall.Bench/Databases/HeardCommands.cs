using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using Microsoft.Data.SqlClient;

namespace OnCall.Bench.Databases;

/// <summary>What the program asks of SQL Server while this is open: each text once, with the values of its last asking.</summary>
internal sealed class HeardCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // The client's own name and event (https://learn.microsoft.com/sql/connect/ado-net/sql/enable-eventsource-tracing tells of the others).
    private const string Source = "SqlClientDiagnosticListener";
    private const string Before = "Microsoft.Data.SqlClient.WriteCommandBefore";

    private readonly ConcurrentDictionary<string, IReadOnlyList<SqlParameter>> _heard = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public HeardCommands() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public IReadOnlyDictionary<string, IReadOnlyList<SqlParameter>> All => _heard;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Source)
        {
            _subscriptions.Add(value.Subscribe(this, name => name == Before));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Before && value.Value?.GetType().GetProperty("Command")?.GetValue(value.Value) is SqlCommand { CommandType: CommandType.Text } command)
        {
            _heard[command.CommandText] = [.. command.Parameters.Cast<ICloneable>().Select(p => (SqlParameter)p.Clone())];
        }
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }
}
