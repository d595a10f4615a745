using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

/// <summary>What leaves the building: role, urgency, reference, callback. No more.</summary>
public sealed class ExternalTextTests
{
    [Fact]
    public void There_is_no_field_that_patient_data_could_get_in_by() =>
        Assert.Equal(
            ["Boolean Rings", "Callback Callback", "NotificationPurpose Purpose", "PageReference Reference", "String RoleName", "String Tag", "Urgency Urgency"],
            typeof(ExternalText).GetProperties().Select(p => $"{p.PropertyType.Name} {p.Name}").Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_lock_screen_files_it_under_is_its_reference_and_nothing_else() =>
        Assert.Equal("A1B2", Text(NotificationPurpose.Page, "555 0199").Tag);

    [Fact]
    public void A_page_names_its_reference_first_then_urgency_role_callback_and_how_to_answer() =>
        Assert.Equal(
            "#A1B2 URGENT Cardiology – duty physician Call 555 0199. Reply #A1B2 Y to take it, N to pass on.",
            Text(NotificationPurpose.Page, "555 0199").ToLine());

    [Fact]
    public void A_repeat_says_so_under_the_same_reference() =>
        Assert.StartsWith("#A1B2 REPEAT URGENT Cardiology", Text(NotificationPurpose.Repeat).ToLine(), StringComparison.Ordinal);

    [Fact]
    public void Without_a_callback_there_is_none_in_the_text() =>
        Assert.DoesNotContain("Call ", Text(NotificationPurpose.Page).ToLine(), StringComparison.Ordinal);

    [Fact]
    public void A_pager_gets_the_short_form() =>
        Assert.Equal("#A1B2 URGENT Cardiology – duty physician Call 555 0199.", Text(NotificationPurpose.Page, "555 0199").ToPagerLine());

    [Theory]
    [InlineData(NotificationPurpose.Taken)]
    [InlineData(NotificationPurpose.HandedOver)]
    [InlineData(NotificationPurpose.Notice)]
    public void What_only_tells_asks_for_no_answer_and_no_call(NotificationPurpose purpose)
    {
        var line = Text(purpose, "555 0199").ToLine();
        Assert.DoesNotContain("Reply", line, StringComparison.Ordinal);
        Assert.DoesNotContain("555 0199", line, StringComparison.Ordinal);
        Assert.Equal(line, Text(purpose, "555 0199").ToPagerLine());
    }

    [Fact]
    public void A_canary_in_the_page_gets_into_no_line_of_any_purpose()
    {
        const string Canary = "CANARY";
        Assert.True(PageReference.TryParse("A1B2", out var reference));
        var page = new Page(
            new PageId(Guid.Empty), reference, default, Urgency.Urgent, Canary, Canary, Canary, null, [Canary], null, Canary, default);
        Assert.False(Callback.TryParse($"555 {Canary}", out _));
        foreach (var purpose in Enum.GetValues<NotificationPurpose>())
        {
            var text = new ExternalText(purpose, page.Urgency, "Cardiology", page.Reference, page.Callback);
            Assert.DoesNotContain(Canary, text.ToLine() + text.ToPagerLine() + text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static ExternalText Text(NotificationPurpose purpose, string? callback = null)
    {
        Assert.True(PageReference.TryParse("A1B2", out var reference));
        Callback? number = null;
        Assert.True(callback is null || Callback.TryParse(callback, out number));
        return new ExternalText(purpose, Urgency.Urgent, "Cardiology – duty physician", reference, number);
    }
}
