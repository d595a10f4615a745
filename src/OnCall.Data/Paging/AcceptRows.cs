using OnCall.Application.Paging;
using OnCall.Data.Paging.States;
using OnCall.Data.Rows;
using OnCall.Data.Sealing;

namespace OnCall.Data.Paging;

/// <summary>Pages that are about to be accepted, for statements that write many at once.</summary>
internal static class AcceptRows
{
    private const string NoReplies = "[]";

    public static ManyRows Of(IEnumerable<AcceptedPage> accepted, Database database) => ManyRows.Of(database.Provider, accepted, (row, one) =>
    {
        var (page, id, seal) = (one.Page, one.Page.Id.Value, database.Seal);
        SetKeys(row, one);
        row.Set("now", one.Change.Now);
        row.Set("role", page.Role.Value);
        row.Set("urgency", page.Urgency.ToString());
        row.Set("subject", seal.Seal(SealedColumn.PageSubject, id, page.Subject));
        row.Set("body", seal.Seal(SealedColumn.PageBody, id, page.Body));
        row.Set("patientRef", seal.Seal(SealedColumn.PagePatientRef, id, page.PatientRef));
        row.Set("callback", page.Callback?.Value);
        row.Set("replies", page.Replies.Count == 0 ? NoReplies : seal.Seal(SealedColumn.PageReplies, id, StateJson.WriteList(page.Replies)));
        row.Set("sender", page.Sender?.Value);
        row.Set("senderName", page.SenderName);
        row.Set("sentAt", page.SentAt);
        row.Set("hash", seal.Seal(SealedColumn.IdempotencyKeyHash, id, one.RequestHash));
        row.Set("freeAt", one.KeyFreeAt);
    });

    /// <summary>What may be taken already, for a query of SQLite's.</summary>
    public static string Keys(IEnumerable<AcceptedPage> accepted) => JsonRowWriter.Write(accepted, SetKeys);

    private static void SetKeys(RowWriter row, AcceptedPage one)
    {
        row.Set("page", one.Page.Id.Value);
        row.Set("reference", one.Page.Reference.Value);
        row.Set("caller", one.Caller);
        row.Set("key", PageStore.HashOf(one.IdempotencyKey));
    }
}
