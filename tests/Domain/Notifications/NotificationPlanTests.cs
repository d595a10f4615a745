using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

/// <summary>By which methods a person is asked, and when.</summary>
public sealed class NotificationPlanTests
{
    [Theory]
    [InlineData(Urgency.Code, "InApp 0, Push 0, Sms 0, Voice 0, Snpp 0, Mail 0")]
    [InlineData(Urgency.Urgent, "InApp 0, Push 0, Sms 30, Mail 30, Voice 60, Snpp 60")]
    [InlineData(Urgency.CriticalResult, "InApp 0, Push 0, Sms 120, Snpp 120, Mail 120, Voice 300")]
    [InlineData(Urgency.Routine, "InApp 0, Push 0")]
    public void Each_class_has_its_plan(Urgency urgency, string plan) =>
        Assert.Equal(plan, Plan(urgency, ContactMethodKind.Push, ContactMethodKind.Sms, ContactMethodKind.Voice, ContactMethodKind.Snpp, ContactMethodKind.Mail));

    [Theory]
    [InlineData(ContactMethodKind.Snpp)]
    [InlineData(ContactMethodKind.Sms)]
    [InlineData(ContactMethodKind.Voice)]
    public void Someone_with_only_one_method_is_asked_by_it_at_0_seconds(ContactMethodKind only)
    {
        foreach (var urgency in new[] { Urgency.Code, Urgency.Urgent, Urgency.CriticalResult })
        {
            Assert.Equal($"InApp 0, {only} 0", Plan(urgency, only));
        }
    }

    [Fact]
    public void Times_count_from_the_first_method_that_the_person_has() =>
        Assert.Equal("InApp 0, Sms 0, Snpp 30", Plan(Urgency.Urgent, ContactMethodKind.Snpp, ContactMethodKind.Sms));

    [Fact]
    public void A_method_on_a_channel_that_is_not_configured_neither_rings_nor_delays_the_others() =>
        Assert.Equal("InApp 0, Sms 0", Plan(Urgency.Urgent, [Method(ContactMethodKind.Push), Method(ContactMethodKind.Sms)], kind => kind != ContactMethodKind.Push));

    [Fact]
    public void An_unverified_method_is_tried_but_never_delays_a_verified_one() =>
        Assert.Equal("InApp 0, Push 0, Snpp 0", Plan(Urgency.Urgent, [Method(ContactMethodKind.Push, verified: false), Method(ContactMethodKind.Snpp)], _ => true));

    [Fact]
    public void A_number_that_opted_out_is_tried_but_never_delays_one_that_counts() =>
        Assert.Equal("InApp 0, Sms 0, Snpp 0", Plan(Urgency.Urgent, [Method(ContactMethodKind.Sms) with { OptedOut = true }, Method(ContactMethodKind.Snpp)], _ => true));

    [Fact]
    public void Unverified_methods_alone_keep_their_order() =>
        Assert.Equal("InApp 0, Sms 0, Snpp 30", Plan(Urgency.Urgent, [Method(ContactMethodKind.Snpp, verified: false), Method(ContactMethodKind.Sms, verified: false)], _ => true));

    [Fact]
    public void Everyone_has_the_inbox() => Assert.Equal("InApp 0", Plan(Urgency.Urgent));

    [Theory]
    [InlineData(ContactMethodKind.Sms)]
    [InlineData(ContactMethodKind.Voice)]
    [InlineData(ContactMethodKind.Snpp)]
    [InlineData(ContactMethodKind.Wctp)]
    [InlineData(ContactMethodKind.Tap)]
    [InlineData(ContactMethodKind.Mail)]
    public void A_routine_page_rings_by_nothing(ContactMethodKind kind)
    {
        Assert.Equal("InApp 0", Plan(Urgency.Routine, kind));
        Assert.False(NotificationPlan.Suits(Urgency.Routine, kind));
    }

    [Fact]
    public void A_code_suits_every_kind() =>
        Assert.All(Enum.GetValues<ContactMethodKind>(), kind => Assert.True(NotificationPlan.Suits(Urgency.Code, kind)));

    private static string Plan(Urgency urgency, params ContactMethodKind[] kinds) => Plan(urgency, [.. kinds.Select(k => Method(k))], _ => true);

    private static string Plan(Urgency urgency, ContactMethod[] methods, Func<ContactMethodKind, bool> works) =>
        string.Join(", ", NotificationPlan.Ask(urgency, Method(ContactMethodKind.InApp), methods, works).Select(p => $"{p.Method.Kind} {p.After.TotalSeconds:0}"));

    private static ContactMethod Method(ContactMethodKind kind, bool verified = true) => new(new ContactMethodId(Guid.Empty), kind, "somewhere", verified);
}
