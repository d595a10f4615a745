using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Gaps;

/// <summary>
/// Cardiology within a hospital, and channels that write down what leaves by them. It begins on Monday, 12 October 2026, 08:00 in Brussels.
/// </summary>
internal sealed class GapHouse : IAsyncDisposable
{
    public const string Role = "cardiology/duty";
    public const string RoleName = "Cardiology – duty physician";

    /// <summary>Nobody is on from Saturday 20:00 to Sunday 08:00.</summary>
    public const string WithHole = $"{Role},A1,2026-10-10 08:00,2026-10-17 20:00,1\n{Role},B2,2026-10-18 08:00,2026-12-10 08:00,1\n";

    private static readonly DateTimeZone Brussels = DateTimeZoneProviders.Tzdb["Europe/Brussels"];
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.Create("ddd HH:mm", CultureInfo.InvariantCulture);
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private readonly List<string> _sent = [];
    private House? _other;
    private int _nodes;

    private GapHouse()
    {
    }

    public House House { get; private set; } = null!;

    public OrgUnitId Hospital { get; } = new(House.Id(101));

    public OrgUnitId Cardiology { get; } = new(House.Id(102));

    public Dictionary<ContactMethodKind, FakeChannel> Channels { get; } =
        new[] { ContactMethodKind.Push, ContactMethodKind.Sms, ContactMethodKind.Mail, ContactMethodKind.Snpp, ContactMethodKind.Voice }.ToDictionary(k => k, k => new FakeChannel(k));

    /// <summary>What the channels were given: when in Brussels, how, to whom.</summary>
    public IReadOnlyList<string> Sent => _sent;

    public Instant Now => House.Clock.Now;

    public static async Task<GapHouse> OpenAsync()
    {
        var gaps = new GapHouse();
        gaps.House = await House.OpenAsync(gaps.Add);
        foreach (var channel in gaps.Channels.Values)
        {
            channel.Answer = (n, _) => Task.FromResult(gaps.Take(channel.Kind, n, DeliveryStatus.Accepted));
        }

        var units = gaps.House.Get<IOrgUnitStore>();
        await units.SaveAsync(new OrgUnit(gaps.Hospital, "hospital", "Hospital", null, House.Brussels), true, Audit, CancellationToken.None);
        await units.SaveAsync(new OrgUnit(gaps.Cardiology, "cardiology", "Cardiology", gaps.Hospital, null), true, Audit, CancellationToken.None);
        await gaps.House.RoleAsync(Role, RoleName, unit: gaps.Cardiology);
        await gaps.House.PersonAsync("A1", "Ada Okafor");
        await gaps.House.PersonAsync("B2", "Bram Peeters");
        return gaps;
    }

    /// <summary>A channel that answers so from now on.</summary>
    public void Answers(ContactMethodKind kind, DeliveryStatus status) => Channels[kind].Answer = (n, _) => Task.FromResult(Take(kind, n, status));

    public async Task<Person> PersonAsync(string number, Permission permission, OrgUnitId? unit, params ContactMethodKind[] kinds)
    {
        var ids = House.Get<IIdSource>();
        var methods = kinds.Select(k => new ContactMethod(new ContactMethodId(ids.NewId()), k, $"{k}-{number}".ToLowerInvariant(), Verified: true));
        var person = new Person(new PersonId(ids.NewId()), number, $"{permission} {number}", true, null, unit, [.. methods]);
        await House.Get<IPersonStore>().SaveAsync(person, [new Grant(permission, unit)], isNew: true, Audit, CancellationToken.None);
        return person;
    }

    /// <summary>Moves time on to then in Brussels, looking and sending every five minutes.</summary>
    public async Task PassAsync(string until)
    {
        var end = Written.Parse(until).Value.InZoneStrictly(Brussels).ToInstant();
        await BeatAsync();
        while (Now < end)
        {
            House.Clock.Advance(Duration.Min(end - Now, Duration.FromMinutes(5)));
            House.Time.Advance(TimeSpan.FromMinutes(5));
            await BeatAsync();
        }
    }

    public async Task BeatAsync()
    {
        await House.Get<WarnOfGaps>().RunAsync(CancellationToken.None);
        await House.Get<SendNotices>().RunAsync(CancellationToken.None);
    }

    /// <summary>A second node, whose clock agrees.</summary>
    public House OtherNode()
    {
        _other ??= House.OtherNode(Add);
        _other.Clock.Now = Now;
        _other.Time.Advance(TimeSpan.FromMinutes(5));
        return _other;
    }

    /// <summary>The notices of a person, oldest first.</summary>
    public async Task<IReadOnlyList<NoticeView>> NoticesOfAsync(Person person)
    {
        var caller = new Caller($"person:{person.EmployeeNo}", person.Id, person.Name, []);
        return [.. (await House.Get<ReadNotices>().RunAsync(caller, CancellationToken.None)).Value!.Items.Reverse()];
    }

    public async Task FillAsync() => Assert.True((await House.UploadAsync($"{Role},A1,2026-10-17 20:00,2026-10-18 08:00,1\n")).Ok);

    public static string Clock(Instant at) => Time.Format(at.InZone(Brussels).LocalDateTime);

    public async ValueTask DisposeAsync()
    {
        await (_other?.DisposeAsync() ?? ValueTask.CompletedTask);
        await House.DisposeAsync();
    }

    private static AuditEntry Audit => new(Instant.FromUtc(2026, 1, 1, 0, 0), "system", "test", "test", "{}");

    private void Add(IServiceCollection services)
    {
        services.AddSingleton(new NodeName($"node {++_nodes}"));
        services.Replace(ServiceDescriptor.Singleton(new NoticePace(TimeSpan.Zero, 100)));
        foreach (var channel in Channels.Values)
        {
            services.AddSingleton<IChannel>(channel);
        }
    }

    private DeliveryAnswer Take(ContactMethodKind kind, OutgoingNotification notification, DeliveryStatus status)
    {
        lock (_sent)
        {
            _sent.Add($"{Clock(Now)} {notification.Address}");
        }

        return new DeliveryAnswer(status, status == DeliveryStatus.Accepted ? $"{kind}{_sent.Count}" : null, $"{status}.");
    }
}
