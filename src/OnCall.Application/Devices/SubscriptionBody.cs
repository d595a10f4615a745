namespace OnCall.Application.Devices;

/// <summary>What <c>PushSubscription.toJSON()</c> writes; other members are not read.</summary>
public sealed record SubscriptionBody(string? Endpoint, SubscriptionKeysBody? Keys)
{
    public override string ToString() => nameof(SubscriptionBody);
}
