using System.Collections.Concurrent;
using System.Reflection;
using OnCall.Application.Notifications;

namespace OnCall.Application.Tests.Support;

/// <summary>Counts what is asked of an outbox, and passes it on.</summary>
public class OutboxSpy : DispatchProxy
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private INotificationStore? _outbox;

    /// <summary>What a call of that name fails with, each time it is asked; null where it does not.</summary>
    public Func<string, Exception?> Trouble { get; set; } = static _ => null;

    /// <summary>What comes before a result is written.</summary>
    public Func<NotificationResult, Task> BeforeRecord { get; set; } = static _ => Task.CompletedTask;

    /// <summary>The outbox that is watched.</summary>
    public INotificationStore Store => (INotificationStore)(object)this;

    public static OutboxSpy Over(INotificationStore outbox)
    {
        var spy = (OutboxSpy)(object)Create<INotificationStore, OutboxSpy>();
        spy._outbox = outbox;
        return spy;
    }

    public int Calls(string method) => _calls.GetValueOrDefault(method);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _calls.AddOrUpdate(targetMethod!.Name, 1, (_, count) => count + 1);
        return Trouble(targetMethod.Name) is { } error ? throw error
            : targetMethod.Name == nameof(INotificationStore.RecordAsync) ? RecordAsync((NotificationResult)args![0]!)
            : targetMethod.Invoke(_outbox, args);
    }

    private async Task<bool> RecordAsync(NotificationResult result)
    {
        await BeforeRecord(result);
        return await _outbox!.RecordAsync(result, CancellationToken.None);
    }
}
