using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Looks at what a machine would put in force, before anything is stored. May be asked several times for one upload: the last word counts.</summary>
public interface IUploadGuard
{
    /// <param name="view">The roster in force, at least where the plan rules.</param>
    /// <param name="shifts">All of the file.</param>
    UploadVerdict Judge(RosterView view, IReadOnlyList<NewShift> shifts, PublicationPlan plan);
}
