using OnCall.Domain.Paging;

namespace OnCall.Domain.Retention;

/// <summary>What a rule of retention may say, and what holds where nobody has said anything. All in days of 24 hours.</summary>
public static class RetentionLimits
{
    /// <summary>A hundred years.</summary>
    public const int MostDays = 36_500;

    /// <summary>The shortest time that a rule may give: longer than anything of the program itself needs what goes (references and idempotency keys, 7 days).</summary>
    public static int LeastDays(RetentionClass what) => what == RetentionClass.Rosters ? 90 : 30;

    /// <summary>Without any rule; null keeps for ever.</summary>
    public static int? UsualDays(RetentionClass what) => what == RetentionClass.Notices ? 90 : null;

    /// <summary>What a class is made of, in the order in which it goes: whatever refers to another first.</summary>
    public static IReadOnlyList<KeptKind> KindsOf(RetentionClass what) => what switch
    {
        RetentionClass.Deliveries => [KeptKind.Deliveries],
        RetentionClass.RoutinePages or RetentionClass.CriticalResultPages or RetentionClass.UrgentPages or RetentionClass.CodePages => [KeptKind.Page],
        RetentionClass.Rosters => [KeptKind.Cover, KeptKind.Swap, KeptKind.Shift, KeptKind.Upload],
        RetentionClass.SignIns => [KeptKind.Session],
        RetentionClass.Notices => [KeptKind.Notice],
    };

    /// <summary>The pages of which a class is; null for the others.</summary>
    public static Urgency? UrgencyOf(RetentionClass what) => what switch
    {
        RetentionClass.RoutinePages => Urgency.Routine,
        RetentionClass.CriticalResultPages => Urgency.CriticalResult,
        RetentionClass.UrgentPages => Urgency.Urgent,
        RetentionClass.CodePages => Urgency.Code,
        RetentionClass.Deliveries or RetentionClass.Rosters or RetentionClass.SignIns or RetentionClass.Notices => null,
    };
}
