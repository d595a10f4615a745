namespace OnCall.Application.Notifications;

/// <summary>What became of one attempt. None of them is an acknowledgement.</summary>
public enum DeliveryStatus
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>The provider says it reached the device.</summary>
    Delivered,

    /// <summary>It did not go out and may on another try: connection refused, 429, 5xx, SNPP 421.</summary>
    FailedForNow,

    /// <summary>It will never go out that way: wrong number, opt-out, dead device token, SNPP 550.</summary>
    FailedForGood,

    /// <summary>Nobody knows whether it went out. Treated as failed for moving on, and never sent again by itself as if it were lost.</summary>
    Indeterminate,
}
