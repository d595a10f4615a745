using OnCall.Application.Paging;
using OnCall.Data.Paging.States;
using OnCall.Data.Rows;

namespace OnCall.Data.Paging;

/// <summary>Pages that are about to be accepted, for statements that write many at once.</summary>
internal static class AcceptRows
{
    public static ManyRows Of(IEnumerable<AcceptedPage> accepted, DatabaseProvider provider) => ManyRows.Of(provider, accepted, (row, one) =>
    {
        var page = one.Page;
        SetKeys(row, one);
        row.Set("now", one.Change.Now);
        row.Set("role", page.Role.Value);
        row.Set("urgency", page.Urgency.ToString());
        row.Set("subject", page.Subject);
        row.Set("body", page.Body);
        row.Set("patientRef", page.PatientRef);
        row.Set("callback", page.Callback?.Value);
        row.Set("replies", StateJson.WriteList(page.Replies));
        row.Set("sender", page.Sender?.Value);
        row.Set("senderName", page.SenderName);
        row.Set("sentAt", page.SentAt);
        row.Set("hash", one.RequestHash);
        row.Set("freeAt", one.KeyFreeAt);
    });

    /// <summary>What may be taken already, for a query: JSON in both databases.</summary>
    public static string Keys(IEnumerable<AcceptedPage> accepted) => JsonRowWriter.Write(accepted, SetKeys);

    private static void SetKeys(RowWriter row, AcceptedPage one)
    {
        row.Set("page", one.Page.Id.Value);
        row.Set("reference", one.Page.Reference.Value);
        row.Set("caller", one.Caller);
        row.Set("key", PageStore.HashOf(one.IdempotencyKey));
    }
}
