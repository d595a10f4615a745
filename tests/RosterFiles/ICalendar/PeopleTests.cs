using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class PeopleTests
{
    [Fact]
    public void The_attendee_is_on_call() =>
        Assert.Equal(["|Anna Berg|a.berg@hospital.example"], People("SUMMARY:Night", "ATTENDEE;CN=Anna Berg:MAILTO:a.berg@hospital.example"));

    [Fact]
    public void Several_attendees_have_a_shift_each() => Assert.Equal(
        ["|Anna Berg|a@h.example", "N2|Ben Dahl|b@h.example", "||c@h.example"],
        People("ATTENDEE;CN=Anna Berg:mailto:a@h.example", "ATTENDEE;CN=Ben Dahl;X-ONCALL-EMPLOYEE-NO=N2:mailto:b@h.example", "ATTENDEE;CN=c@h.example:mailto:c@h.example"));

    [Fact]
    public void The_same_attendee_twice_is_on_call_once() =>
        Assert.Equal(["|A|a@h.example"], People("ATTENDEE;CN=A:mailto:a@h.example", "ATTENDEE;CN=A;ROLE=CHAIR:mailto:a@h.example"));

    [Fact]
    public void Rooms_things_and_those_only_informed_are_not_on_call() => Assert.Equal(
        ["|A|a@h.example"],
        People(
            "ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@h.example",
            "ATTENDEE;CUTYPE=RESOURCE;CN=Car:mailto:car@h.example",
            "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Boss:mailto:boss@h.example",
            "ATTENDEE;CN=A:mailto:a@h.example"));

    [Fact]
    public void Who_has_declined_is_left_out_with_a_warning()
    {
        var reading = Calendar.Read(Event("ATTENDEE;CN=A:mailto:a@h.example", "ATTENDEE;CN=B;PARTSTAT=DECLINED:mailto:b@h.example", "SUMMARY:S"));

        Assert.Equal(["|A|a@h.example"], Calendar.People(reading));
        Assert.Equal(["6 ATTENDEE declined"], Calendar.Problems(reading));
        Assert.False(reading.Problems.HasErrors);
    }

    [Fact]
    public void When_all_have_declined_nobody_is_on_call() => Assert.Empty(People("ATTENDEE;CN=B;PARTSTAT=DECLINED:mailto:b@h.example", "SUMMARY:S"));

    [Fact]
    public void Without_attendees_the_whole_summary_is_the_name() => Assert.Equal(["|Anna Berg – nights|"], People("SUMMARY:Anna Berg – nights"));

    [Fact]
    public void A_room_alone_leaves_the_summary_to_name_the_person() => Assert.Equal(["|Anna Berg|"], People("ATTENDEE;CUTYPE=ROOM;CN=R:mailto:r@h.example", "SUMMARY:Anna Berg"));

    [Fact]
    public void An_employee_number_of_the_event_identifies_the_person() => Assert.Equal(["N1||"], People("SUMMARY:Cardiology night", "X-ONCALL-EMPLOYEE-NO:N1"));

    [Fact]
    public void An_employee_number_of_the_event_goes_with_its_only_attendee() =>
        Assert.Equal(["N1|A|a@h.example"], People("ATTENDEE;CN=A:mailto:a@h.example", "X-ONCALL-EMPLOYEE-NO:N1"));

    [Theory]
    [InlineData("ATTENDEE;CN=A;EMAIL=a@h.example:urn:uuid:1", "|A|a@h.example")]
    [InlineData("ATTENDEE;CN=A:invalid:nomail", "|A|")]
    [InlineData("ATTENDEE:mailto:a%2Bb@h.example?subject=x", "||a+b@h.example")]
    public void An_attendee_may_be_written_otherwise(string line, string person) => Assert.Equal([person], People(line));

    [Theory]
    [InlineData("ATTENDEE:urn:uuid:1", "5 ATTENDEE missing-value")]
    [InlineData("ATTENDEE;CN=Berg: Anna:mailto:a@h.example", "5 ATTENDEE unreadable-attendee")]
    [InlineData("ATTENDEE;CN=Anna^nBerg:mailto:a@h.example", "5 ATTENDEE broken-text")]
    [InlineData("SUMMARY:", "2 SUMMARY missing-value")]
    [InlineData(@"SUMMARY:Anna\nBerg", "5 SUMMARY broken-text")]
    [InlineData("SUMMARY;ENCODING=QUOTED-PRINTABLE:M=C3=BCller", "5 SUMMARY unsupported-encoding")]
    [InlineData("ATTENDEE;CN=A:mailto:a@h.example\nATTENDEE;CN=B:mailto:b@h.example\nX-ONCALL-EMPLOYEE-NO:N1", "2 X-ONCALL-EMPLOYEE-NO ambiguous-person")]
    public void An_event_that_names_nobody_is_told(string line, string problem) => Assert.Equal([problem], Calendar.Problems(Event(line)));

    private static IEnumerable<string> People(params string[] lines) => Calendar.People(Event(lines));

    private static string Event(params string[] lines) =>
        $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261012T200000Z\nDTEND:20261013T080000Z\n{string.Join('\n', lines)}\nEND:VEVENT\nEND:VCALENDAR\n";
}
