using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

/// <summary>A person's wishes move their methods in time, and never make them harder to reach.</summary>
public sealed class PreferredTimesTests
{
    private static readonly ContactMethod Inbox = new(new ContactMethodId(Guid.Empty), ContactMethodKind.InApp, "inbox", Verified: true);

    private static readonly Gen<ContactMethod> Methods =
        from kind in Gen.Elements(Enum.GetValues<ContactMethodKind>())
        from number in Gen.Choose(1, 3)
        from verified in Gen.Elements(true, false)
        select new ContactMethod(new ContactMethodId(new Guid(number, (short)kind, 0, new byte[8])), kind, $"{kind} {number}", verified);

    private static readonly Gen<NotificationPreference> Wishes =
        from urgency in Gen.Elements(Enum.GetValues<Urgency>())
        from kind in Gen.Elements(Enum.GetValues<ContactMethodKind>())
        from number in Gen.Choose(0, 3)
        from seconds in Gen.Choose(-100, 2000)
        select new NotificationPreference(urgency, kind, number == 0 ? null : $"{kind} {number}", Duration.FromSeconds(seconds));

    private static readonly Gen<(Urgency Urgency, ContactMethod[] Methods, NotificationPreference[] Wishes)> Cases =
        from urgency in Gen.Elements(Enum.GetValues<Urgency>())
        from methods in Methods.ListOf()
        from wishes in Wishes.ListOf()
        select (urgency, methods.DistinctBy(m => m.Address).ToArray(), wishes.ToArray());

    [Fact]
    public void For_a_code_nothing_is_fewer_or_later_whatever_is_preferred() => Check((_, methods, wishes) =>
        Same(Plan(Urgency.Code, methods, wishes), Plan(Urgency.Code, methods)) && Plan(Urgency.Code, methods, wishes).All(p => p.After == Duration.Zero));

    [Fact]
    public void A_routine_page_stays_quiet_whatever_is_preferred() => Check((_, methods, wishes) =>
        Same(Plan(Urgency.Routine, methods, wishes), Plan(Urgency.Routine, methods)));

    [Fact]
    public void No_method_is_ever_taken_away_and_none_is_asked_twice() => Check((urgency, methods, wishes) =>
        Plan(urgency, methods, wishes).Select(p => p.Method).ToHashSet().SetEquals(Plan(urgency, methods).Select(p => p.Method))
        && Plan(urgency, methods, wishes).Count == Plan(urgency, methods).Count);

    [Fact]
    public void One_verified_method_asks_within_60_seconds_where_there_is_one() => Check((urgency, methods, wishes) =>
        Plan(urgency, methods, wishes).Where(Counts).Select(p => p.After).DefaultIfEmpty(Duration.Zero).Min() <= Duration.FromSeconds(60));

    [Fact]
    public void The_inbox_has_every_page_at_once_and_no_wish_goes_beyond_its_bounds() => Check((urgency, methods, wishes) =>
        Plan(urgency, methods, wishes) is [{ Method.Kind: ContactMethodKind.InApp } first, ..] plan
        && first.After == Duration.Zero
        && plan.All(p => p.After >= Duration.Zero && p.After <= Duration.FromMinutes(10)));

    [Fact]
    public void Without_a_wish_of_that_urgency_the_plan_is_the_classs_own() => Check((urgency, methods, wishes) =>
        Same(Plan(urgency, methods, [.. wishes.Where(w => w.Urgency != urgency)]), Plan(urgency, methods)));

    [Theory]
    [InlineData(0, 45, "InApp 0, Voice 0, Push 45")]
    [InlineData(0, 300, "InApp 0, Voice 0, Push 300")]
    [InlineData(90, 120, "InApp 0, Voice 60, Push 120")]
    [InlineData(120, 120, "InApp 0, Push 60, Voice 120")]
    public void Two_methods_change_places_and_the_first_of_them_stays_within_a_minute(int voice, int push, string plan)
    {
        NotificationPreference[] wishes = [Wish(ContactMethodKind.Voice, voice), Wish(ContactMethodKind.Push, push)];
        ContactMethod[] methods = [Method(ContactMethodKind.Push), Method(ContactMethodKind.Voice)];
        Assert.Equal(plan, string.Join(", ", Plan(Urgency.Urgent, methods, wishes).Select(p => $"{p.Method.Kind} {p.After.TotalSeconds:0}")));
    }

    [Fact]
    public void An_unverified_method_brought_forward_does_not_count_as_the_one_within_a_minute()
    {
        NotificationPreference[] wishes = [Wish(ContactMethodKind.Push, 0), Wish(ContactMethodKind.Voice, 300)];
        ContactMethod[] methods = [Method(ContactMethodKind.Push) with { Verified = false }, Method(ContactMethodKind.Voice)];
        Assert.Equal([0, 0, 60], Plan(Urgency.CriticalResult, methods, [.. wishes.Select(w => w with { Urgency = Urgency.CriticalResult })]).Select(p => p.After.TotalSeconds));
    }

    [Fact]
    public void What_is_said_of_one_number_counts_before_what_is_said_of_its_kind()
    {
        ContactMethod[] methods = [Method(ContactMethodKind.Sms, "home"), Method(ContactMethodKind.Sms, "work")];
        NotificationPreference[] wishes = [Wish(ContactMethodKind.Sms, 50), Wish(ContactMethodKind.Sms, 10) with { Address = "work" }];
        Assert.Equal(["inbox", "work", "home"], Plan(Urgency.Urgent, methods, wishes).Select(p => p.Method.Address));
    }

    private static void Check(Func<Urgency, ContactMethod[], NotificationPreference[], bool> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), c => holds(c.Urgency, c.Methods, c.Wishes)).QuickCheckThrowOnFailure();

    private static bool Counts(PlannedNotification planned) => planned.Method is { Verified: true, Kind: not ContactMethodKind.InApp };

    private static bool Same(IReadOnlyList<PlannedNotification> one, IReadOnlyList<PlannedNotification> other) => one.SequenceEqual(other);

    private static IReadOnlyList<PlannedNotification> Plan(Urgency urgency, ContactMethod[] methods, params NotificationPreference[] wishes) =>
        NotificationPlan.Ask(urgency, Inbox, methods, _ => true, wishes);

    private static NotificationPreference Wish(ContactMethodKind kind, int seconds) => new(Urgency.Urgent, kind, null, Duration.FromSeconds(seconds));

    private static ContactMethod Method(ContactMethodKind kind, string address = "somewhere") => new(new ContactMethodId(Guid.Empty), kind, address, Verified: true);
}
