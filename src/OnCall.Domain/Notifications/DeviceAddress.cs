using System.Diagnostics.CodeAnalysis;

namespace OnCall.Domain.Notifications;

/// <summary>
/// The address of a contact method whose device its owner registered: <c>device:</c> and the device's id. What pushes to it need is kept apart, so
/// that nobody who reads the directory can push to it.
/// </summary>
public static class DeviceAddress
{
    private const string Prefix = "device:";

    public static string Of(PushDeviceId device) => Prefix + device.Value.ToString("N");

    /// <summary>Whether it is meant as one, right or not: only registering a device makes one.</summary>
    public static bool IsOne([NotNullWhen(true)] string? address) => address?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true;
}
