using System.Text;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.ICalendar;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class LineTests
{
    private const string Times = "DTSTART:20261012T050000Z\r\nDTEND:20261012T130000Z";

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\n", true)]
    [InlineData("\uFEFFBEGIN:VCALENDAR\r\n", true)]
    [InlineData("\n \r\nbegin:vcalendar\n", true)]
    [InlineData("BEGIN:VCARD\r\n", false)]
    [InlineData("Role,Employee no,Start,End\n", false)]
    [InlineData("", false)]
    public void A_calendar_is_known_by_its_first_line(string text, bool isCalendar) =>
        Assert.Equal(isCalendar, new ICalendarRosterReader().CanRead(new RosterFile("x", Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_fold_may_stand_within_a_character()
    {
        var bytes = Encoding.UTF8.GetBytes(Calendar.Of("BEGIN:VEVENT", Times, "SUMMARY:Dr Ærø 日", "END:VEVENT"));
        for (var at = Array.LastIndexOf(bytes, (byte)':', bytes.Length - 40); bytes[at] != '\r'; at++)
        {
            byte[] folded = [.. bytes[..at], .. "\r\n "u8, .. bytes[at..]];
            Assert.Equal(["|Dr Ærø 日|"], Calendar.People(Calendar.Read(folded)));
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    public void Any_line_end_will_do(string end) => Assert.Equal(
        ["|Anna Berg|"],
        Calendar.People(Calendar.Of("BEGIN:VEVENT", Times, "SUMMARY:Anna", "  Berg", "END:VEVENT").Replace("\r\n", end, StringComparison.Ordinal)));

    [Fact]
    public void Names_are_known_in_any_case() => Assert.Equal(
        ["|Anna Berg|"],
        Calendar.People("begin:vcalendar\nbegin:vevent\ndtstart:20261012t050000z\ndtend:20261012T130000Z\nsummary:Anna Berg\nend:vevent\nend:vcalendar\n"));

    [Theory]
    [InlineData(@"SUMMARY:Berg\, Anna\; MD \\ 2", @"Berg, Anna; MD \ 2")]
    [InlineData(@"SUMMARY;LANGUAGE=nb:Berg \d\", @"Berg \d\")]
    [InlineData("SUMMARY;ALTREP=\"cid:a;b:c\":Berg", "Berg")]
    public void A_text_is_read_without_its_escapes(string line, string name) =>
        Assert.Equal([$"|{name}|"], Calendar.People(Calendar.Of("BEGIN:VEVENT", Times, line, "END:VEVENT")));

    [Theory]
    [InlineData("ATTENDEE;CN=\"Berg, Anna; MD: x\":mailto:a@b.example", "Berg, Anna; MD: x")]
    [InlineData("ATTENDEE;CN=Anna ^'Ann^' Berg ^^ ^x:mailto:a@b.example", "Anna \"Ann\" Berg ^ ^x")]
    [InlineData("ATTENDEE;MEMBER=\"mailto:x@y\",\"mailto:z@y\";CN=Berg:mailto:a@b.example", "Berg")]
    public void A_parameter_is_read_without_quotes_and_escapes(string line, string name) =>
        Assert.Equal([$"|{name}|a@b.example"], Calendar.People(Calendar.Of("BEGIN:VEVENT", Times, line, "END:VEVENT")));

    [Fact]
    public void What_is_no_event_is_left_alone() => Assert.Equal(
        ["|Anna Berg|"],
        Calendar.People(Calendar.Of(
            "BEGIN:VTODO", "DTSTART;VALUE=DATE:20261012", "END:VTODO",
            "BEGIN:VJOURNAL", "SUMMARY:x", "END:VJOURNAL",
            "BEGIN:VFREEBUSY", "FREEBUSY:19970308T160000Z/PT3H", "END:VFREEBUSY",
            "BEGIN:VEVENT", Times, "SUMMARY:Anna Berg", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "TRIGGER:-PT15M", "SUMMARY:x", "END:VALARM", "END:VEVENT")));

    [Fact]
    public void A_row_is_the_line_where_the_event_begins()
    {
        var reading = Calendar.Read(Calendar.Of("X-NOTE:folded", " over", " lines", "", "BEGIN:VEVENT", Times, "SUMMARY:A", "END:VEVENT", "BEGIN:VEVENT", Times, "SUMMARY:B", "END:VEVENT"));

        Assert.Equal([7, 12], reading.Drafts.Select(d => d.Row));
        Assert.Equal(2, reading.Rows);
    }

    [Fact]
    public void Several_calendars_may_stand_in_one_file()
    {
        var one = Calendar.Of("BEGIN:VEVENT", Times, "SUMMARY:A", "END:VEVENT");

        Assert.Equal(["|A|", "|A|"], Calendar.People(one + one));
    }
}
