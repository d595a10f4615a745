using System.Text;
using NodaTime;
using OnCall.Application.Rosters.Paper;

namespace OnCall.RosterFiles.Paper;

/// <summary>A sheet as one HTML file: it opens anywhere and prints on A4.</summary>
/// <param name="words">Null for English.</param>
internal sealed class PaperHtml(PaperSheet sheet, PaperWords? words)
{
    private static readonly string[] Headings = ["From", "Until", "Tier", "Name", "Numbers"];

    public ReadOnlyMemory<byte> Print()
    {
        var (title, made) = (Say(sheet.Title), Moment(sheet.MadeAt));
        var page = new StringBuilder(16 * 1024).Append(PaperFrame.Begin(words?.Language ?? "en", title, made))
            .Append("<p class=\"made\">").Append(PaperFrame.Strong(Say($"Made {made} ({sheet.Zone.Id}). Reaches to {Moment(sheet.To)}."), made)).Append("<br>")
            .Append(Text(Say("A new one is made every 15 minutes while OnCall runs. What changed after this one was made is not in it."))).Append("</p>\n");
        foreach (var unit in sheet.Roles.GroupBy(r => r.Unit))
        {
            page.Append("<h2>").Append(Text(unit.Key ?? Say("The house"))).Append("</h2>\n");
            foreach (var role in unit)
            {
                Role(page, role);
            }
        }

        if (sheet.Roles.Count == 0)
        {
            page.Append("<p>").Append(Text(Say("No role has anybody on, and none has to be covered."))).Append("</p>\n");
        }

        return Encoding.UTF8.GetBytes(page.Append(PaperFrame.End).ToString());
    }

    private void Role(StringBuilder page, PaperRole role)
    {
        page.Append("<h3>").Append(Text(role.Name)).Append("</h3>\n<p>");
        if (role.Numbers.Count > 0)
        {
            var own = Numbers(role.Numbers);
            page.Append(PaperFrame.Strong(Say($"The role's own: {own}."), own)).Append(' ');
        }

        page.Append(Text(Say(role.Fallback is { } fallback ? $"If nobody answers: {fallback}." : "If nobody answers: the switchboard.")));
        if (!string.Equals(role.Zone.Id, sheet.Zone.Id, StringComparison.Ordinal))
        {
            page.Append(' ').Append(Text(Say($"Times are those of {role.Zone.Id}.")));
        }

        page.Append("</p>\n<table>\n").Append(PaperFrame.Headings(Headings.Select(Say)));
        foreach (var stretch in role.Stretches.Where(s => s.IsGap || s.People.Count > 0))
        {
            Stretch(page, role, stretch);
        }

        page.Append("</table>\n");
    }

    private void Stretch(StringBuilder page, PaperRole role, PaperStretch stretch)
    {
        var (from, to) = (Short(stretch.From, role.Zone), Short(stretch.To, role.Zone));
        var isNow = stretch.From <= sheet.MadeAt && sheet.MadeAt < stretch.To;
        if (stretch.IsGap)
        {
            page.Append(PaperFrame.Gap(from, to, Say("NOBODY")));
        }

        foreach (var person in stretch.People)
        {
            var name = person.EmployeeNo.Length > 0 ? person.Name : Say(person.Name);
            page.Append(PaperFrame.Person(
                from, to, isNow, person.Tier, $"{name} ({person.EmployeeNo})", person.Numbers.Count > 0 ? Numbers(person.Numbers) : Say("no number known")));
        }
    }

    private string Numbers(IEnumerable<string> numbers) => string.Join(", ", numbers.Select(Say));

    private string Moment(Instant at) => words is null ? PaperTimes.Moment(at, sheet.Zone) : words.Moment(at.InZone(sheet.Zone).LocalDateTime);

    private string Short(Instant at, DateTimeZone zone) => words is null ? PaperTimes.Short(at, zone) : words.Short(at.InZone(zone).LocalDateTime);

    private string Say(string english) => words is null ? english : words.Say(english);

    private static string Text(string value) => PaperFrame.Text(value);
}
