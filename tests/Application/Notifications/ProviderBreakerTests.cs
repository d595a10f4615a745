using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Application.Tests.Notifications;

/// <summary>A provider that does not work keeps nobody waiting.</summary>
public sealed class ProviderBreakerTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly DeliveryAnswer Fault = new(DeliveryStatus.FailedForNow, null, "503") { ProviderFault = true };
    private static readonly DeliveryAnswer WrongNumber = new(DeliveryStatus.FailedForGood, null, "unknown number");

    [Fact]
    public void Five_faults_in_a_row_open_it_and_what_is_said_of_an_address_is_no_fault()
    {
        var (record, breaker) = Closed();
        Note(record, Fault, Fault, Fault, Fault, WrongNumber, Fault, Fault, Fault, Fault);
        Assert.Null(breaker.OpenSince);

        record.Note(Fault, Now);
        Assert.Equal(Now, breaker.OpenSince);
        Assert.False(breaker.MayTry(Urgency.Urgent, Now));
    }

    [Fact]
    public void A_code_is_tried_all_the_same()
    {
        var (_, breaker) = Open();
        Assert.True(breaker.MayTry(Urgency.Code, Now));
        Assert.False(breaker.MayTry(Urgency.Routine, Now));
    }

    [Fact]
    public void One_probe_at_a_time_finds_out_whether_the_provider_is_back()
    {
        var (record, breaker) = Open();
        var later = Now + ProviderBreaker.ProbeAfter;
        Assert.True(breaker.MayTry(Urgency.Urgent, later));
        Assert.False(breaker.MayTry(Urgency.Urgent, later));

        record.Note(new DeliveryAnswer(DeliveryStatus.Accepted, "SM1", "accepted"), later);
        Assert.Null(breaker.OpenSince);
        Assert.True(breaker.MayTry(Urgency.Routine, later));
    }

    [Fact]
    public void A_failed_probe_keeps_it_open_and_a_provider_that_asks_for_time_gets_it()
    {
        var (record, breaker) = Open();
        var later = Now + ProviderBreaker.ProbeAfter;
        Assert.True(breaker.MayTry(Urgency.Urgent, later));
        record.Note(Fault with { RetryAfter = Duration.FromMinutes(1) }, later);

        Assert.Equal(Now, breaker.OpenSince);
        Assert.False(breaker.MayTry(Urgency.Urgent, later + Duration.FromSeconds(59)));
        Assert.True(breaker.MayTry(Urgency.Urgent, later + Duration.FromMinutes(1)));
    }

    [Fact]
    public async Task With_the_sms_provider_down_the_next_channel_goes_at_once_and_the_next_person_after_it()
    {
        await using var house = await House.OpenAsync();
        house.Get<ChannelRecords>().Of(ContactMethodKind.Sms).Note(Fault, Now);
        Note(house.Get<ChannelRecords>().Of(ContactMethodKind.Sms), Fault, Fault, Fault, Fault, Fault);
        var eve = await house.Hospital.AddPersonAsync("N3", house.Hospital.Method(ContactMethodKind.Sms), house.Hospital.Method(ContactMethodKind.Snpp));
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        await house.Hospital.PutOnAsync(house.Cardiology, eve);

        await house.PageAsync();
        await house.DeliverAsync();
        await house.DeliverAsync();

        Assert.Empty(house.Sms.Sent);
        Assert.Equal(eve.ContactMethods[1].Address, Assert.Single(house.Pager.Sent).Address);
    }

    [Fact]
    public async Task What_opens_the_breaker_is_what_the_alarm_goes_by()
    {
        await using var house = await House.OpenAsync();
        var records = house.Get<ChannelRecords>();
        Assert.Empty(records.Streaks);
        house.Sms.Answer = (_, _) => Task.FromResult(Fault);
        for (var i = 0; i < ProviderBreaker.MostFaults; i++)
        {
            await house.PageAsync();
            await house.DeliverAsync();
            house.Time.Advance(Duration.FromSeconds(40));
            await house.DeliverAsync();
        }

        var streak = Assert.Single(records.Streaks, s => s.Kind == ContactMethodKind.Sms);
        Assert.True(streak.Failures >= ProviderBreaker.MostFaults);
        Assert.Equal(streak.Since, records.BreakerOf(ContactMethodKind.Sms).OpenSince);
    }

    private static (ChannelRecord Record, ProviderBreaker Breaker) Closed()
    {
        var record = new ChannelRecord(ContactMethodKind.Sms);
        return (record, new ProviderBreaker(record));
    }

    private static (ChannelRecord Record, ProviderBreaker Breaker) Open()
    {
        var opened = Closed();
        Note(opened.Record, Fault, Fault, Fault, Fault, Fault);
        return opened;
    }

    private static void Note(ChannelRecord record, params DeliveryAnswer[] answers) => Array.ForEach(answers, a => record.Note(a, Now));
}
