using OnCall.Domain.Access;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Who may upload what: the scheduler of every role in the file, and of the whole hospital to bring roles or people along.</summary>
internal static class UploadAccess
{
    public static Refusal? Refuse(Caller caller, MatchedRoster matched)
    {
        if (matched.Scopes.Values.FirstOrDefault(scope => !scope.MaySchedule(caller)) is { } outside)
        {
            return RosterRefusals.NotScheduler(outside.Role.Name);
        }

        return (matched.Roles.New.Count > 0 || matched.People.New.Count > 0) && !caller.May(Permission.Scheduler)
            ? Refusal.Forbidden("Making missing roles and people takes the permission 'scheduler' over the whole hospital.")
            : null;
    }
}
