using NodaTime;
using OnCall.Api.Auth;

namespace OnCall.Api.Screens.Staff;

/// <summary>
/// What a browser shows of the inbox while there is no network. It holds nobody's data: its script fills it with what the device has kept.
/// </summary>
internal sealed class OfflineScreen(IClock clock) : Screen
{
    internal Instant Now => clock.GetCurrentInstant();

    internal KeptInbox Kept => new("", HttpContext.Session() is { Shared: false });
}
