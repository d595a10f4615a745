using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>What may leave the building about a page, from its columns.</summary>
internal static class OutboxText
{
    public static ExternalText Of(string purpose, string urgency, string roleName, string reference, string? callback)
    {
        _ = PageReference.TryParse(reference, out var named);
        _ = Callback.TryParse(callback, out var number);
        return new ExternalText(Enum.Parse<NotificationPurpose>(purpose), Enum.Parse<Urgency>(urgency), roleName, named, number);
    }
}
