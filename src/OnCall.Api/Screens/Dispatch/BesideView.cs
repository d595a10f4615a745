using NodaTime;
using OnCall.Api.Screens.Staff;
using OnCall.Application;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>The page that stands beside the list, with what a dispatcher can do with it.</summary>
/// <param name="Roles">Names of roles to pass it on to; none where it cannot be.</param>
/// <param name="Zone">By whose wall clock it tells the time.</param>
/// <param name="Refused">Why the last thing was not done; null when it was.</param>
/// <param name="OpenForm">The form that was refused, with what was typed in it; null when none was.</param>
internal sealed record BesideView(
    WatchedPage Watched, IReadOnlyList<string> Roles, DateTimeZone Zone, Instant Now, BoardAddress Address, Refusal? Refused, string? OpenForm, TrailForm Typed);
