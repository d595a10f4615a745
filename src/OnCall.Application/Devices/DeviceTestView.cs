namespace OnCall.Application.Devices;

/// <summary>What came of a test. Accepted is no more than that: the device counts once it has confirmed.</summary>
/// <param name="Status"><c>accepted</c>, <c>delivered</c>, <c>failedForNow</c>, <c>failedForGood</c> or <c>indeterminate</c>.</param>
/// <param name="Detail">What the provider said, without addresses.</param>
/// <param name="Removed">The provider does not know the device any more, so it was removed.</param>
public sealed record DeviceTestView(string Status, string Detail, bool Removed);
