using OnCall.Application;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Tables;

/// <summary>Finds the columns by their headings, and says what is missing, unknown or there twice.</summary>
internal static class HeadingReader
{
    public static Columns Read(TableRow row, RosterReadingOptions options, RosterProblems problems)
    {
        var places = new Dictionary<RosterField, int>();
        TakeMapping(row, options.Mapping, places, problems);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (!places.ContainsValue(i))
            {
                Take(row, i, options.Mapping, places, problems);
            }
        }

        RefuseBoth(row, options.Mapping, places, problems, RosterField.Start, RosterField.StartDate, RosterField.StartTime);
        RefuseBoth(row, options.Mapping, places, problems, RosterField.End, RosterField.EndDate, RosterField.EndTime);
        var columns = new Columns(row.Cells, places);
        foreach (var missing in Missing(columns, options))
        {
            problems.Error(row.Number, Headings.Usual(missing), "missing-column", Advice(missing));
        }

        return columns;
    }

    private static void TakeMapping(TableRow row, IReadOnlyDictionary<string, string> mapping, Dictionary<RosterField, int> places, RosterProblems problems)
    {
        foreach (var (name, heading) in mapping)
        {
            if (Headings.ByOurName(name) is not { } field)
            {
                problems.Error(0, "", "unknown-mapping", $"The mapping names '{name}'. It can name {string.Join(", ", Enum.GetNames<RosterField>().Select(CamelCase.Of))}.", name);
                continue;
            }

            var place = Array.FindIndex(row.Cells, cell => Headings.AreSame(cell, heading));
            if (place < 0)
            {
                problems.Error(row.Number, heading, "missing-column", $"The mapping looks for a column '{heading}' and the file has none.");
                continue;
            }

            places[field] = place;
        }
    }

    private static void Take(TableRow row, int place, IReadOnlyDictionary<string, string> mapping, Dictionary<RosterField, int> places, RosterProblems problems)
    {
        var heading = row.Cells[place].Trim();
        if (heading.Length == 0)
        {
            return;
        }

        if (Headings.Meaning(heading) is not { } field)
        {
            problems.Warn(row.Number, heading, "unknown-column", $"The column '{heading}' is not one that a roster has. It is left out.");
        }
        else if (!places.TryAdd(field, place) && !mapping.Keys.Any(name => Headings.ByOurName(name) == field))
        {
            problems.Error(row.Number, heading, "duplicate-column", $"'{heading}' and '{row.Cells[places[field]].Trim()}' mean the same. Keep one of the two columns.");
        }
    }

    /// <summary>A moment that stands in one column and in two: which of them counts is told by hand, or not known.</summary>
    private static void RefuseBoth(
        TableRow row, IReadOnlyDictionary<string, string> mapping, Dictionary<RosterField, int> places, RosterProblems problems, RosterField whole, RosterField date, RosterField time)
    {
        if (!places.TryGetValue(whole, out var place) || !places.ContainsKey(date) || !places.ContainsKey(time))
        {
            return;
        }

        var told = mapping.Keys.Select(Headings.ByOurName).ToHashSet();
        if (told.Contains(whole) && !told.Contains(date) && !told.Contains(time))
        {
            places.Remove(date);
            places.Remove(time);
        }
        else if (!told.Contains(whole) && told.Contains(date) && told.Contains(time))
        {
            places.Remove(whole);
        }
        else
        {
            var (one, other) = (row.Cells[places[date]].Trim(), row.Cells[places[time]].Trim());
            problems.Error(row.Number, row.Cells[place].Trim(), "duplicate-column", $"'{row.Cells[place].Trim()}' may be the whole of it, and so may '{one}' with '{other}'. Take out what does not count, or say with the mapping what does.");
        }
    }

    private static IEnumerable<RosterField> Missing(Columns columns, RosterReadingOptions options)
    {
        if (!columns.Has(RosterField.Role) && !columns.Has(RosterField.Department) && options.Role is null)
        {
            yield return RosterField.Role;
        }

        if (!columns.Has(RosterField.EmployeeNo) && !columns.Has(RosterField.Mail) && !columns.Has(RosterField.Name))
        {
            yield return RosterField.EmployeeNo;
        }

        if (!columns.Has(RosterField.Start) && !columns.Has(RosterField.StartTime))
        {
            yield return RosterField.Start;
        }

        if (!columns.Has(RosterField.End) && !columns.Has(RosterField.EndTime))
        {
            yield return RosterField.End;
        }
    }

    private static string Advice(RosterField field) => field switch
    {
        RosterField.Role => "There is no column that names the role. Head it 'Role', or say which role the file is about.",
        RosterField.EmployeeNo => "There is no column that says who is on. Head it 'Employee no' or 'Staff ID', or 'Name'.",
        RosterField.Start => "There is no column that says when a shift starts. Head it 'Start', or use 'Start date' and 'Start time'.",
        _ => "There is no column that says when a shift ends. Head it 'End', or use 'End date' and 'End time'.",
    };
}
