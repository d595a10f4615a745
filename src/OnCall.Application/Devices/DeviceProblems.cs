using OnCall.Application.Directory;

namespace OnCall.Application.Devices;

/// <summary>Refusals of devices.</summary>
internal static class DeviceProblems
{
    internal static readonly Refusal NotAPerson = Refusal.Forbidden("An integration has no devices.");

    internal static readonly Refusal Unknown = DirectoryProblems.Unknown("unknown-device", "No such device", "You have no device of this id, or it was removed.");

    internal static readonly Refusal UnknownOfPerson = DirectoryProblems.Unknown("unknown-device", "No such device", "This person has no device of this id, or it was removed.");

    internal static readonly Refusal Shared = new(
        RefusalKind.Conflict, "shared-device", "Others use this device too",
        "A shared computer rings for nobody alone. On a device of your own, sign in again and say that only you use it.");

    internal static readonly Refusal NotConfigured = new(
        RefusalKind.Conflict, "push-not-configured", "Pushes are not set up here", "This hospital sends no pushes of this kind. Keep the inbox open instead.");
}
