using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Retention;

public sealed class RetentionBookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly OrgUnit House = new(new OrgUnitId(Id(1)), "house", "House", null, null);
    private static readonly OrgUnit Clinic = new(new OrgUnitId(Id(2)), "clinic", "Clinic", House.Id, null);
    private static readonly OrgUnit Ward = new(new OrgUnitId(Id(3)), "ward", "Ward", Clinic.Id, null);
    private static readonly OrgUnit Other = new(new OrgUnitId(Id(4)), "other", "Other", House.Id, null);
    private static readonly OrgTree Tree = new([House, Clinic, Ward, Other]);
    private static readonly PageId Page = new(Id(9));
    private static readonly PersonId Ann = new(Id(8));

    [Fact]
    public void Without_any_rule_everything_is_kept_for_ever_but_notices()
    {
        var book = Book([]);
        Assert.Equal(
            [RetentionClass.Notices],
            Enum.GetValues<RetentionClass>().Where(c => book.DaysOf(c, Ward.Id) is not null || book.LatestEnd(c, Now) is not null));
        Assert.Equal(90, book.DaysOf(RetentionClass.Notices, null));
    }

    [Fact]
    public void The_nearest_unit_says_how_long_also_when_it_says_for_ever()
    {
        var book = Book([new(RetentionClass.UrgentPages, null, 400), new(RetentionClass.UrgentPages, Clinic.Id, 100), new(RetentionClass.UrgentPages, Ward.Id, null)]);
        Assert.Equal(400, book.DaysOf(RetentionClass.UrgentPages, null));
        Assert.Equal(400, book.DaysOf(RetentionClass.UrgentPages, Other.Id));
        Assert.Equal(100, book.DaysOf(RetentionClass.UrgentPages, Clinic.Id));
        Assert.Null(book.DaysOf(RetentionClass.UrgentPages, Ward.Id));
        Assert.Equal(Now - Duration.FromDays(100), book.LatestEnd(RetentionClass.UrgentPages, Now));
        Assert.Null(book.LatestEnd(RetentionClass.CodePages, Now));
    }

    [Theory]
    [InlineData(99.9, RetentionFate.Stays)]
    [InlineData(100, RetentionFate.Goes)]
    public void A_thing_goes_when_its_days_are_over_and_not_before(double days, RetentionFate fate) =>
        Assert.Equal(fate, Book([new(RetentionClass.UrgentPages, Clinic.Id, 100)]).Decide(RetentionClass.UrgentPages, Item(days, Ward.Id), Now).Fate);

    [Fact]
    public void A_page_of_two_units_stays_as_long_as_either_keeps_it()
    {
        var book = Book([new(RetentionClass.UrgentPages, Ward.Id, 30), new(RetentionClass.UrgentPages, Other.Id, 90)]);
        Assert.Equal(RetentionFate.Stays, book.Decide(RetentionClass.UrgentPages, Item(60, Ward.Id, Other.Id), Now).Fate);
        Assert.Equal(new RetentionVerdict(RetentionFate.Goes, Ward.Id, 90, null), book.Decide(RetentionClass.UrgentPages, Item(90, Ward.Id, Other.Id), Now));
        Assert.Equal(RetentionFate.Stays, book.Decide(RetentionClass.UrgentPages, Item(900, Ward.Id, House.Id), Now).Fate);
    }

    [Fact]
    public void A_hold_on_the_page_a_person_or_any_unit_above_keeps_it()
    {
        RetentionRule[] rules = [new(RetentionClass.UrgentPages, null, 30)];
        foreach (var target in new[] { HoldTarget.Of(Page), HoldTarget.Of(Ann), HoldTarget.Of(Ward.Id), HoldTarget.Of(House.Id) })
        {
            var hold = new StandingHold(new HoldId(Id(5)), target);
            Assert.Equal(new RetentionVerdict(RetentionFate.Held, Ward.Id, 30, hold.Id), Book(rules, hold).Decide(RetentionClass.UrgentPages, Item(31, Ward.Id), Now));
        }

        foreach (var target in new[] { HoldTarget.Of(new PageId(Id(7))), HoldTarget.Of(new PersonId(Id(7))), HoldTarget.Of(Other.Id) })
        {
            Assert.Equal(RetentionFate.Goes, Book(rules, new StandingHold(new HoldId(Id(5)), target)).Decide(RetentionClass.UrgentPages, Item(31, Ward.Id), Now).Fate);
        }
    }

    [Fact]
    public void What_names_people_who_cannot_be_told_is_kept_by_any_hold_on_a_person()
    {
        var upload = Item(400, Ward.Id) with { Kind = KeptKind.Upload, People = [], NamesUnknownPeople = true };
        RetentionRule[] rules = [new(RetentionClass.Rosters, null, 90)];
        Assert.Equal(RetentionFate.Held, Book(rules, new StandingHold(new HoldId(Id(5)), HoldTarget.Of(new PersonId(Id(7))))).Decide(RetentionClass.Rosters, upload, Now).Fate);
        Assert.Equal(RetentionFate.Goes, Book(rules).Decide(RetentionClass.Rosters, upload, Now).Fate);
    }

    [Fact]
    public void Every_class_has_kinds_and_a_floor_above_what_the_program_itself_needs()
    {
        Assert.All(Enum.GetValues<RetentionClass>(), c => Assert.True(RetentionLimits.LeastDays(c) >= 30 && RetentionLimits.KindsOf(c).Count > 0));
        Assert.Equal(Enum.GetValues<KeptKind>().Order(), Enum.GetValues<RetentionClass>().SelectMany(RetentionLimits.KindsOf).Distinct().Order());
        Assert.Equal(Enum.GetValues<Urgency>().Order(), Enum.GetValues<RetentionClass>().Select(RetentionLimits.UrgencyOf).OfType<Urgency>().Order());
    }

    private static RetentionBook Book(IReadOnlyCollection<RetentionRule> rules, params StandingHold[] holds) => new(rules, holds, Tree);

    private static KeptItem Item(double days, params OrgUnitId?[] units) =>
        new(new KeptId(Page.Value), KeptKind.Page, Now - Duration.FromSeconds(days * 86_400), units, Page, [Ann]);

    private static Guid Id(short number) => new(0, number, 0, new byte[8]);
}
