using Dapper;
using NodaTime;
using OnCall.Data.Alarms;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Alarms;

/// <summary>A database and the store of alarms on it.</summary>
internal sealed class AlarmData : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private readonly TestDatabase _test;
    private readonly TestIds _ids = new(series: 3);

    private AlarmData(TestDatabase test)
    {
        _test = test;
        Store = new AlarmStore(test.Database);
    }

    public AlarmStore Store { get; }

    public static async Task<AlarmData> OnAsync(Task<TestDatabase> opening) => new(await opening);

    public Alarm New(AlarmKind kind = AlarmKind.ProviderDown, string subject = "sms") =>
        new(new AlarmId(_ids.NewId()), kind, subject, AlarmSeverity.Critical, "SMS: 3 attempts in a row have failed.", Now - Duration.FromMinutes(1), Now, null);

    public async Task<Alarm> RaisedAsync(AlarmKind kind = AlarmKind.ProviderDown, string subject = "sms")
    {
        var alarm = New(kind, subject);
        await Store.RaiseAsync(alarm, Audit("alarm.raise"), CancellationToken.None);
        return alarm;
    }

    public Task<bool> ClearAsync(Alarm alarm, Instant now) => Store.ClearAsync(alarm, now, Audit("alarm.clear"), CancellationToken.None);

    public Task<IReadOnlyList<Alarm>> StandingAsync() => Store.StandingAsync(CancellationToken.None);

    public Task<int> AuditedAsync(string action) => _test.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = @action", new { action }), CancellationToken.None);

    public static AuditEntry Audit(string action) => new(Now, "system", action, "alarm:provider-down", "{}");

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
