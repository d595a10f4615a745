using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Data.Notices;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Rosters.Gaps;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;

namespace OnCall.Data.Tests.Notices;

/// <summary>A database with one person who has an SMS number and a pager, and the stores of notices on it.</summary>
internal sealed class NoticeData : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    public static readonly Instant Until = Now + Duration.FromSeconds(10);
    private readonly TestDatabase _test;
    private readonly TestIds _ids = new(series: 7);

    private NoticeData(TestDatabase test)
    {
        _test = test;
        Hospital = new TestHospital(test.Database);
        Notices = new NoticeStore(test.Database);
        Outbox = new NoticeOutbox(test.Database);
    }

    public Database Database => _test.Database;

    public TestHospital Hospital { get; }

    public NoticeStore Notices { get; }

    public NoticeOutbox Outbox { get; }

    public Person Sam { get; private set; } = null!;

    public static async Task<NoticeData> OnAsync(Task<TestDatabase> opening)
    {
        var data = new NoticeData(await opening);
        data.Sam = await data.Hospital.AddPersonAsync("S1", data.Hospital.Method(ContactMethodKind.Sms), data.Hospital.Method(ContactMethodKind.Snpp));
        return data;
    }

    /// <summary>A quiet notice that expires in an hour: the SMS goes first, and the pager when that has failed.</summary>
    public NewNotice Draft(string subject = "gap:1") => new(
        new NoticeId(_ids.NewId()), Sam.Id, subject, Facts, NoticeUrgency.Quiet, Now, Now + Duration.FromHours(1),
        [.. NoticePlan.Of(Sam, NoticeUrgency.Quiet, _ => true).Select(p => new NewDelivery(new NotificationId(_ids.NewId()), p))]);

    public async Task<NewNotice> AddAsync(string subject = "gap:1")
    {
        var notice = Draft(subject);
        await Notices.AddAsync([notice], CancellationToken.None);
        return notice;
    }

    public Task<ClaimedDelivery?> ClaimAsync(ContactMethodKind kind, string node = "a", Duration? after = null) =>
        Outbox.ClaimAsync(kind, node, Now + (after ?? Duration.Zero), Until + (after ?? Duration.Zero), CancellationToken.None);

    public Task<bool> RecordAsync(ClaimedDelivery claimed, DeliveryStatus status, string node = "a", Instant? retryAt = null) =>
        Outbox.RecordAsync(claimed, node, new DeliveryAnswer(status, $"id-{claimed.Kind}", $"{status}."), Now, retryAt, CancellationToken.None);

    public Task<bool> ReportAsync(ClaimedDelivery claimed, DeliveryStatus status) =>
        Outbox.RecordReceiptAsync(new DeliveryReceipt(claimed.Kind, $"id-{claimed.Kind}", status, $"{status}.", claimed.Id, claimed.Attempt), Now, CancellationToken.None);

    public async Task<StoredNotice> OnlyAsync() => (await Notices.OfPersonAsync(Sam.Id, Now - Duration.FromDays(1), CancellationToken.None)).Single();

    public Task<IReadOnlyList<ContactMethodKind>> DueAsync(Duration? after = null) => Outbox.DueKindsAsync(Now + (after ?? Duration.Zero), CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    public static GapWarningFacts Facts { get; } = new(
        Now, GapLead.Day, 2,
        [
            new GapFact("Ward – nurse", Now + Duration.FromHours(24), Now + Duration.FromHours(36), GapSize.Nobody, DateTimeZoneProviders.Tzdb["Europe/Brussels"]),
            new GapFact("Clinic", Now + Duration.FromHours(25), null, GapSize.TooFew, DateTimeZone.Utc),
        ]);
}
