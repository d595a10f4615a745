using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Testing;
using Xunit;
using House = OnCall.Application.Tests.Rosters.House;

namespace OnCall.Application.Tests.Paging;

/// <summary>What one node keeps of the hospital, against what a node that keeps nothing reads, while another node changes it.</summary>
public sealed class KnownHospitalTests
{
    private static readonly AuditEntry Audit = new(Instant.FromUtc(2026, 1, 1, 0, 0), "system", "test", "test", "{}");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_changes_elsewhere_a_node_decides_by_what_is_so(int seed)
    {
        await using var house = await House.OpenAsync(More);
        await house.WardAsync();
        await using var other = house.OtherNode(More);
        var story = await Story.BeginAsync(other, new Random(seed));
        var keeps = Reader(house);
        var seen = new HashSet<string>();

        for (var step = 0; step < 60; step++)
        {
            await story.ChangeAsync();
            var known = await keeps.ReadAsync(story.Needs, story.Now, CancellationToken.None);
            var read = await Reader(house).ReadAsync(story.Needs, story.Now, CancellationToken.None);

            Assert.Equal(read.RosterStamp, known.RosterStamp);
            Assert.Equal(On(read), On(known));
            Assert.Equal(read.Situation.Desk, known.Situation.Desk);
            Assert.Equivalent(read.Situation.Roles, known.Situation.Roles, strict: true);
            Assert.Equivalent(read.Situation.People, known.Situation.People, strict: true);
            seen.Add(On(known));
        }

        Assert.True(seen.Count > 3, $"Only {seen.Count} rosters were met.");
    }

    private static void More(IServiceCollection services) => services
        .AddSingleton<IOpenInboxes>(new NoScreens())
        .AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.Sms));

    private static SituationReader Reader(House house) =>
        new(house.Get<IDirectoryReads>(), house.Get<IRosterReads>(), house.Get<ChannelSet>(), house.Get<IOpenInboxes>());

    private static string On(HospitalNow hospital) => string.Join(' ', hospital.Situation.Rosters.OrderBy(r => r.Key.Value)
        .SelectMany(r => r.Value.Responders).Select(r => $"{r.Person.Value}/{r.Tier}/{r.Until}"));

    /// <summary>Changes of all kinds, by lot, with some seconds between them.</summary>
    private sealed class Story(House house, Random lot, Role ward, IReadOnlyList<Person> people)
    {
        private readonly List<CoverId> _covers = [];

        public Instant Now { get; private set; } = Instant.FromUtc(2026, 10, 12, 6, 0);

        public SituationNeeds Needs => new([ward.Id], [.. people.Select(p => p.Id)]);

        public static async Task<Story> BeginAsync(House house, Random lot)
        {
            var ward = (await house.Get<IDirectoryReads>().FindRoleAsync("ward-3/nurse", CancellationToken.None))!;
            var people = new List<Person>();
            foreach (var number in new[] { "A1", "B2", "C3" })
            {
                var person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!;
                people.Add(person with { ContactMethods = [new ContactMethod(new ContactMethodId(person.Id.Value), ContactMethodKind.Sms, $"+1555{number}", Verified: true)] });
            }

            var story = new Story(house, lot, ward, people);
            await story.PublishAsync();
            return story;
        }

        public async Task ChangeAsync()
        {
            Now += Duration.FromMilliseconds(lot.Next(4) == 0 ? lot.Next(9000) : lot.Next(1500));
            house.Clock.Now = Now;
            var person = people[lot.Next(people.Count)];
            switch (lot.Next(9))
            {
                case 0 or 1:
                    await CoverAsync(person.Id);
                    break;
                case 2 when _covers.Count > 0:
                    await house.Get<ICovers>().EndAsync(_covers[lot.Next(_covers.Count)], Now, Audit, CancellationToken.None);
                    break;
                case 3:
                    Grant[] grants = lot.Next(2) == 0 ? [] : [new Grant(Permission.Dispatcher, null)];
                    await house.Get<IPersonStore>().SaveAsync(person with { Active = lot.Next(3) > 0 }, grants, isNew: false, Audit, CancellationToken.None);
                    break;
                case 4:
                    NotificationPreference[] wishes = [new(Urgency.Urgent, ContactMethodKind.Sms, null, Duration.FromSeconds(lot.Next(1, 9)))];
                    await house.Get<IPersonStore>().SavePreferencesAsync(person.Id, wishes, Audit, CancellationToken.None);
                    break;
                case 5:
                    var number = person.ContactMethods[0].Address;
                    _ = lot.Next(2) == 0
                        ? await house.Get<IOptOuts>().OptOutAsync(ContactMethodKind.Sms, number, Now, CancellationToken.None)
                        : await house.Get<IOptOuts>().OptInAsync(ContactMethodKind.Sms, number, Now, CancellationToken.None);
                    break;
                case 6:
                    var clinic = (await house.Get<IDirectoryReads>().FindRoleAsync("clinic", CancellationToken.None))!;
                    await house.RoleAsync(ward with { FallbackRole = lot.Next(2) == 0 ? clinic.Id : null }, isNew: false);
                    break;
                case 7:
                    await PublishAsync();
                    break;
                default:
                    break;
            }
        }

        // It begins soon, or has begun, and is soon over.
        private async Task CoverAsync(PersonId person)
        {
            var begin = Now + Duration.FromMilliseconds(lot.Next(-2000, 4000));
            var cover = new Cover(new CoverId(House.Id(1000 + _covers.Count)), ward.Id, person, null, 1, begin, begin + Duration.FromMilliseconds(lot.Next(1000, 9000)), "ill", Now);
            Assert.True(await house.Get<ICovers>().AddAsync(
                cover, "test", await house.Get<IRosterReads>().StampAsync(CancellationToken.None), Audit, CancellationToken.None));
            _covers.Add(cover.Id);
        }

        // The ward and the clinic have somebody else, from now on or a minute from now on.
        private async Task PublishAsync()
        {
            var begin = InstantPattern.General.Format(Now + Duration.FromMinutes(lot.Next(2)));
            var end = InstantPattern.General.Format(Now + Duration.FromHours(3));
            var numbers = lot.GetItems(["A1", "B2", "C3"], 2);
            var answer = await house.UploadAsync($"ward-3/nurse,{numbers[0]},{begin},{end},1\nclinic,{numbers[1]},{begin},{end},1\n");
            Assert.True(answer.Ok, answer.Refusal?.Detail);
        }
    }

    private sealed class NoScreens : IOpenInboxes
    {
        public ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlySet<PersonId>>(new HashSet<PersonId>());
    }
}
