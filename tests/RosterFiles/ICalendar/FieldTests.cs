using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class FieldTests
{
    private const string Times = "DTSTART:20261012T200000Z\r\nDTEND:20261013T080000Z";

    [Theory]
    [InlineData("SUMMARY", "Night")]
    [InlineData("location", "Ward 3")]
    [InlineData("Categories", "Cardiology, duty")]
    [InlineData("DESCRIPTION", "Cardiology; night")]
    [InlineData("X-Unit", "ICU")]
    public void Any_property_can_name_the_role(string property, string role)
    {
        var reading = Read(new RosterReadingOptions { Mapping = new Dictionary<string, string> { ["role"] = property } },
            "SUMMARY:Night", "LOCATION:Ward 3", "CATEGORIES:Cardiology,duty", @"DESCRIPTION:Cardiology\; night", "X-UNIT:ICU", "X-ONCALL-EMPLOYEE-NO:N1");

        Assert.Equal(role, Assert.Single(reading.Drafts).Role);
        Assert.Equal(property.ToUpperInvariant(), reading.Columns.Role);
        Assert.Equal(property.ToUpperInvariant(), reading.Mapped["role"]);
    }

    [Fact]
    public void A_calendar_that_names_its_roles_needs_no_mapping() =>
        Assert.Equal("ICU", Assert.Single(Read(new RosterReadingOptions(), "SUMMARY:A", "X-ONCALL-ROLE:ICU").Drafts).Role);

    [Fact]
    public void A_calendar_without_role_says_once_what_to_do()
    {
        var reading = Calendar.Read(Calendar.Of("BEGIN:VEVENT", Times, "SUMMARY:A", "END:VEVENT", "BEGIN:VEVENT", Times, "SUMMARY:B", "END:VEVENT"), new RosterReadingOptions());

        Assert.Equal(["3 missing-role"], Calendar.Problems(reading));
        Assert.Contains("LOCATION", reading.Problems.ToList()[0].Message, StringComparison.Ordinal);
        Assert.Empty(reading.Drafts);
    }

    [Fact]
    public void A_mapped_role_that_is_empty_is_told() => Assert.Equal(
        ["3 LOCATION missing-value"],
        Calendar.Problems(Read(new RosterReadingOptions { Mapping = new Dictionary<string, string> { ["role"] = "LOCATION" } }, "SUMMARY:A")));

    [Fact]
    public void Person_tier_and_label_can_be_mapped()
    {
        var options = Calendar.Options with
        {
            Mapping = new Dictionary<string, string> { ["name"] = "DESCRIPTION", ["employeeNo"] = "LOCATION", ["tier"] = "PRIORITY", ["shift"] = "SUMMARY" },
        };

        var draft = Assert.Single(Read(options, "SUMMARY:Night", "DESCRIPTION:Anna Berg", "LOCATION:N1", "PRIORITY:2", "ATTENDEE:mailto:x@h.example").Drafts);

        Assert.Equal((new WrittenPerson("N1", "Anna Berg"), 2, "Night"), (draft.Person, draft.Tier, draft.Label));
    }

    [Fact]
    public void A_mapping_that_names_nothing_is_told() => Assert.Equal(
        ["0 unknown-mapping"],
        Calendar.Problems(Read(Calendar.Options with { Mapping = new Dictionary<string, string> { ["start"] = "DTSTART" } }, "SUMMARY:A")));

    [Theory]
    [InlineData("X-NONE:x", 1)]
    [InlineData("X-ONCALL-TIER:2", 2)]
    [InlineData("X-ONCALL-TIER:Consultant", 3)]
    public void A_tier_is_1_unless_it_is_written(string line, int tier) => Assert.Equal(tier, Assert.Single(Read(Calendar.Options, "SUMMARY:A", line).Drafts).Tier);

    [Fact]
    public void A_tier_that_is_none_is_told() => Assert.Equal(["7 X-ONCALL-TIER unknown-tier"], Calendar.Problems(Read(Calendar.Options, "SUMMARY:A", "X-ONCALL-TIER:4")));

    [Theory]
    [InlineData("X-NONE:x", null)]
    [InlineData("CATEGORIES:Night", "Night")]
    [InlineData("CATEGORIES:Night\r\nX-ONCALL-LABEL:N", "N")]
    public void Categories_are_the_label_unless_one_is_written(string line, string? label) =>
        Assert.Equal(label, Assert.Single(Read(Calendar.Options, "SUMMARY:A", line).Drafts).Label);

    private static RosterReading Read(RosterReadingOptions options, params string[] lines) =>
        Calendar.Read(Calendar.Of(["BEGIN:VEVENT", Times, .. lines, "END:VEVENT"]), options);
}
