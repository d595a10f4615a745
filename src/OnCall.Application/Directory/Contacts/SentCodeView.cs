using NodaTime;
using OnCall.Application.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>A code that was sent to a contact method.</summary>
/// <param name="Status">What the provider said of it.</param>
/// <param name="Until">Until when it can be typed in.</param>
public sealed record SentCodeView(DeliveryStatus Status, string Detail, Instant Until);
