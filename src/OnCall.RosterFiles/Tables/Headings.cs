using System.Collections.Frozen;
using OnCall.Domain;

namespace OnCall.RosterFiles.Tables;

/// <summary>Which column a heading means, in any usual English spelling; case, spaces and punctuation do not matter.</summary>
internal static class Headings
{
    private static readonly FrozenDictionary<string, RosterField> Known = new Dictionary<RosterField, string>
    {
        [RosterField.Role] = "role rolename roletitle oncallrole dutyrole service servicename position function assignment post rota",
        [RosterField.EmployeeNo] =
            "employeeno employeenumber employeenr employeeid employeecode employee empno empnumber empid empcode staffno staffnumber staffid staffcode "
            + "personnelno personnelnumber personnelid payrollno payrollnumber payrollid personid personno personnumber workerid workerno badge badgeno badgenumber badgeid",
        [RosterField.Name] = "name fullname displayname employeename staffname personname personnelname person staff staffmember doctor physician clinician nurse",
        [RosterField.Start] = "start starts startsat startat begin begins beginning from shiftstart shiftbegin shiftfrom dutystart startdatetime startdateandtime startsdatetime "
            + "begindatetime fromdatetime datetimefrom datetimestart validfrom",
        [RosterField.StartDate] = "startdate begindate fromdate datestart datefrom startday shiftstartdate shiftdate dutydate workdate date day",
        [RosterField.StartTime] = "starttime begintime fromtime timestart timefrom shiftstarttime timein",
        [RosterField.End] = "end ends endsat endat finish finishes to until till shiftend shiftto shiftfinish dutyend enddatetime enddateandtime finishdatetime todatetime "
            + "datetimeto datetimeend stop validto validuntil",
        [RosterField.EndDate] = "enddate finishdate todate untildate dateend dateto endday shiftenddate stopdate",
        [RosterField.EndTime] = "endtime finishtime totime untiltime timeend timeto shiftendtime stoptime timeout",
        [RosterField.Tier] = "tier level line tierlevel oncalltier oncalllevel calltier calllevel",
        [RosterField.Shift] = "shift shiftname shifttype shiftcode shiftlabel shiftid label duty dutyname dutytype dutycode",
    }
        .SelectMany(field => field.Value.Split(' ').Select(name => (name, field.Key)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    public static RosterField? Meaning(string heading) => Known.TryGetValue(Plain(heading), out var field) ? field : null;

    /// <summary>The field by our own name for it, as a mapping by hand writes it: <c>employeeNo</c>.</summary>
    public static RosterField? ByOurName(string name) =>
        Enum.TryParse<RosterField>(name, ignoreCase: true, out var field) && Enum.IsDefined(field) && !char.IsAsciiDigit(name[0]) ? field : null;

    public static bool AreSame(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>How we would head the column.</summary>
    public static string Usual(RosterField field) => field switch
    {
        RosterField.Role => "Role",
        RosterField.EmployeeNo => "Employee no",
        RosterField.Name => "Name",
        RosterField.Start => "Start",
        RosterField.StartDate => "Start date",
        RosterField.StartTime => "Start time",
        RosterField.End => "End",
        RosterField.EndDate => "End date",
        RosterField.EndTime => "End time",
        RosterField.Tier => "Tier",
        RosterField.Shift => "Shift",
    };

    private static string Plain(string heading) =>
        string.Concat((PlainForm.Of(heading) ?? heading).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
