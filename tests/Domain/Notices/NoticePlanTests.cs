using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Domain.Tests.Notices;

public sealed class NoticePlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Theory]
    [InlineData(NoticeUrgency.Quiet, "Voice Snpp Mail Sms Push", "Push0 Sms0 Mail0 Snpp1")]
    [InlineData(NoticeUrgency.Quiet, "Voice Snpp Wctp", "Snpp0 Wctp0")]
    [InlineData(NoticeUrgency.Quiet, "Voice", "")]
    [InlineData(NoticeUrgency.Ringing, "Voice Snpp Sms", "Sms0 Snpp0 Voice1")]
    [InlineData(NoticeUrgency.Ringing, "Voice", "Voice0")]
    [InlineData(NoticeUrgency.Ringing, "", "")]
    [InlineData(NoticeUrgency.InApp, "Voice Snpp Mail Sms Push", "")]
    public void A_notice_goes_by_what_fits_its_urgency_and_by_the_rest_when_that_has_failed(NoticeUrgency urgency, string has, string plan) =>
        Assert.Equal(plan, Plan(Person(has), urgency));

    [Fact]
    public void What_was_opted_out_is_not_verified_or_has_no_channel_is_not_used()
    {
        var person = Person("Sms Sms Sms Push");
        person = person with
        {
            ContactMethods = [person.ContactMethods[0] with { OptedOut = true }, person.ContactMethods[1] with { Verified = false }, .. person.ContactMethods.Skip(2)],
        };

        Assert.Equal("Push0 Sms0", Plan(person, NoticeUrgency.Quiet));
        Assert.Equal("Sms0", string.Join(' ', NoticePlan.Of(person, NoticeUrgency.Quiet, k => k == ContactMethodKind.Sms).Select(p => $"{p.Method.Kind}{p.Place}")));
        Assert.Empty(Plan(person with { Active = false }, NoticeUrgency.Ringing));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(5, null)]
    public void It_is_tried_again_ever_more_seldom(int attempt, int? minutes) =>
        Assert.Equal(minutes is { } m ? Now + Duration.FromMinutes(m) : null, NoticeRetry.Next(attempt, Now, Now + Duration.FromHours(1), null));

    [Fact]
    public void It_is_not_tried_again_when_it_is_pointless_by_then_or_sooner_than_the_provider_asks()
    {
        Assert.Null(NoticeRetry.Next(4, Now, Now + Duration.FromMinutes(8), null));
        Assert.Equal(Now + Duration.FromMinutes(5), NoticeRetry.Next(1, Now, Now + Duration.FromHours(1), Duration.FromMinutes(5)));
    }

    private static string Plan(Person person, NoticeUrgency urgency) =>
        string.Join(' ', NoticePlan.Of(person, urgency, _ => true).Select(p => $"{p.Method.Kind}{p.Place}"));

    private static Person Person(string kinds) => new(
        new PersonId(new Guid(1, 0, 0, new byte[8])), "S1", "Sam", true, null, null,
        [
            .. kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select((k, i) => new ContactMethod(new ContactMethodId(new Guid(i + 1, 1, 0, new byte[8])), Enum.Parse<ContactMethodKind>(k), $"{k}{i}", Verified: true)),
        ]);
}
