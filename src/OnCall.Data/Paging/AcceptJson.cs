using OnCall.Application.Paging;

namespace OnCall.Data.Paging;

/// <summary>Pages that are about to be accepted, as the parameter of statements that write many at once.</summary>
internal static class AcceptJson
{
    public static string Write(IEnumerable<AcceptedPage> accepted, DatabaseProvider provider) => JsonRows.Write(accepted, (json, one) =>
    {
        var page = one.Page;
        json.WriteString("page", page.Id.Value);
        json.WriteString("reference", page.Reference.Value);
        json.WriteString("role", page.Role.Value);
        json.WriteString("urgency", page.Urgency.ToString());
        json.WriteString("subject", page.Subject);
        json.WriteString("body", page.Body);
        json.WriteString("patientRef", page.PatientRef);
        json.WriteString("callback", page.Callback?.Value);
        json.WriteString("replies", StateJson.WriteList(page.Replies));
        json.WriteId("sender", page.Sender?.Value);
        json.WriteString("senderName", page.SenderName);
        json.WriteInstant("sentAt", page.SentAt, provider);
        json.WriteString("caller", one.Caller);
        json.WriteString("key", PageStore.HashOf(one.IdempotencyKey));
        json.WriteString("hash", one.RequestHash);
        json.WriteInstant("freeAt", one.KeyFreeAt, provider);
    });
}
