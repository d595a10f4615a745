using System.Collections.Frozen;
using OnCall.Domain;

namespace OnCall.RosterFiles.Tables;

/// <summary>Which column a heading means, in any usual English, Japanese or Chinese spelling; case, width, spaces and punctuation do not matter.</summary>
internal static class Headings
{
    private const int Longest = 200;

    private static readonly FrozenDictionary<string, RosterField> Known = new Dictionary<RosterField, string>
    {
        [RosterField.Role] =
            "role rolename roletitle oncallrole dutyrole service servicename position function assignment post rota "
            + "役割 役割名 当番 当直 担当 ロール 職種 角色 岗位 職位 职位 职责 值班 值班岗位 值班角色 崗位 值班崗位",
        [RosterField.Department] =
            "department departmentname dept division specialty speciality clinic ward unit orgunit "
            + "科 診療科 診療科名 部署 所属 部門 病棟 科室 科室名称 部门 病区 病房 病区名称 科別 病區",
        [RosterField.EmployeeNo] =
            "employeeno employeenumber employeenr employeeid employeecode employee empno empnumber empid empcode staffno staffnumber staffid staffcode "
            + "personnelno personnelnumber personnelid payrollno payrollnumber payrollid personid personno personnumber workerid workerno badge badgeno badgenumber badgeid "
            + "職員番号 職員no 社員番号 社員no 従業員番号 個人番号 スタッフid 职工号 职工编号 工号 员工编号 员工号 人员编号 職員編號 員工編號 工號",
        [RosterField.Name] =
            "name fullname displayname employeename staffname personname personnelname person staff staffmember doctor physician clinician nurse "
            + "氏名 名前 職員名 担当者 担当者名 担当医 当直者 当直医 当番者 当番医 医師名 看護師名 姓名 名字 员工姓名 人员 值班人 值班人员 值班医生 值班医师 值班护士 员工 醫師 值班人員",
        [RosterField.Mail] = "mail email emailaddress mailaddress メール メールアドレス eメール 邮箱 电子邮箱 电子邮件 邮件 電子郵件",
        [RosterField.Start] =
            "start starts startsat startat begin begins beginning from shiftstart shiftbegin shiftfrom dutystart startdatetime startdateandtime startsdatetime "
            + "begindatetime fromdatetime datetimefrom datetimestart validfrom 開始 開始日時 勤務開始 始業 自 开始 起始 开始日期时间 上班 开始于 開始日期時間",
        [RosterField.StartDate] =
            "startdate begindate fromdate datestart datefrom startday shiftstartdate shiftdate dutydate workdate date day "
            + "開始日 開始年月日 日付 勤務日 年月日 日にち 当直日 开始日期 日期 起始日期 值班日期 班次日期 開始日期",
        [RosterField.StartTime] =
            "starttime begintime fromtime timestart timefrom shiftstarttime timein 開始時刻 開始時間 始業時刻 出勤時刻 开始时间 起始时间 上班时间",
        [RosterField.End] =
            "end ends endsat endat finish finishes to until till shiftend shiftto shiftfinish dutyend enddatetime enddateandtime finishdatetime todatetime "
            + "datetimeto datetimeend stop validto validuntil 終了 終了日時 勤務終了 終業 至 结束 结束日期时间 下班 終止 结束于 結束 結束日期時間",
        [RosterField.EndDate] = "enddate finishdate todate untildate dateend dateto endday shiftenddate stopdate 終了日 終了年月日 结束日期 终止日期 結束日期",
        [RosterField.EndTime] =
            "endtime finishtime totime untiltime timeend timeto shiftendtime stoptime timeout 終了時刻 終了時間 終業時刻 退勤時刻 结束时间 终止时间 下班时间 結束時間",
        [RosterField.Tier] = "tier level line tierlevel oncalltier oncalllevel calltier calllevel 順位 優先順位 段階 ティア 级别 层级 梯队 顺位 線 层次 級別",
        [RosterField.Shift] =
            "shift shiftname shifttype shiftcode shiftlabel shiftid label duty dutyname dutytype dutycode "
            + "シフト シフト名 勤務 勤務区分 勤務種別 勤務名 班次 班次名称 班别 班 班種 勤務帯 班次名稱",
    }
        .SelectMany(field => field.Value.Split(' ').Select(name => (name, field.Key)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    public static RosterField? Meaning(string heading) => heading.Length is > 0 and <= Longest && Known.TryGetValue(Plain(heading), out var field) ? field : null;

    /// <summary>The field by our own name for it, as a mapping by hand writes it: <c>employeeNo</c>.</summary>
    public static RosterField? ByOurName(string name) =>
        Enum.TryParse<RosterField>(name, ignoreCase: true, out var field) && Enum.IsDefined(field) && !char.IsAsciiDigit(name[0]) ? field : null;

    public static bool AreSame(string one, string other) => one.Length <= Longest && other.Length <= Longest && string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>How we would head the column.</summary>
    public static string Usual(RosterField field) => field switch
    {
        RosterField.Role => "Role",
        RosterField.Department => "Department",
        RosterField.EmployeeNo => "Employee no",
        RosterField.Name => "Name",
        RosterField.Mail => "Mail",
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
