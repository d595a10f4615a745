using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// SQL Server locks each row that it looks at for a change, and waits for those that others hold. So a change of what is written while paging names the
/// index by whose key it comes to its rows; a claim passes rows by instead, and asks for no lock beyond what its UPDATE takes.
/// </summary>
public sealed class NamedIndexesTests
{
    private static readonly string[] Tables = ["escalation", "notification", "page_responder", "page_reference", "idempotency_key"];

    private const string Broom = "it takes out what is long over, some rows at once: nobody waits for what it holds, and what it waits for it takes out the next time";

    private static readonly Dictionary<string, string> May = new(StringComparer.Ordinal)
    {
        ["PageStore.PurgeReferences"] = Broom,
        ["PageStore.PurgeKeys"] = Broom,
        ["RetentionItemStore.PurgeResponders"] = Broom,
        ["RetentionItemStore.PurgeKeys"] = Broom,
        ["RetentionItemStore.PurgeReferences"] = Broom,
        ["RetentionItemStore.PurgeEscalations"] = Broom,
        ["TestPageStore.PurgeNotifications"] = Broom,
        ["TestPageStore.PurgeResponders"] = Broom,
        ["TestPageStore.PurgeEscalations"] = Broom,
        ["TestPageStore.PurgeKeys"] = Broom,
        ["TestPageStore.PurgeReferences"] = Broom,
        ["StoredWords.WriteStates"] = "it seals what was written before seals were, once, a row at a time",
    };

    [Fact]
    public void What_changes_a_page_or_a_message_comes_to_it_by_the_key_of_an_index()
    {
        var looked = Statement.Shipped.Where(s => s.ForSqlServer)
            .Select(s => (Name: $"{s.Store[(s.Store.LastIndexOf('/') + 1)..]}.{s.Name}", Changes: NamedIndexes.Of(s.Sent, Tables, ShippedSchema.Indexes)))
            .Where(s => s.Changes.IsAny)
            .ToList();

        var wrong = looked.Where(s => s.Changes.Problems.Count > 0).ToList();
        Found.Nothing(wrong.Where(s => !May.ContainsKey(s.Name)).SelectMany(s => s.Changes.Problems.Select(problem => $"{s.Name}: {problem}"))
            .Concat(May.Keys.Except(wrong.Select(s => s.Name)).Select(name => $"{name}: needs no excuse")));
        Assert.True(looked.Count - wrong.Count > 16, $"{looked.Count}");
    }

    [Theory]
    [InlineData("update notification set state = 'a' where notification_id = @id", "names no index")]
    [InlineData("update n set state = 'a' from notification n with (rowlock) where n.notification_id = @id", "names no index")]
    [InlineData("update n set state = 'a' from notification n with (index (ix_notification_due)) where n.kind = @kind and n.state = 'Pending'", "is not told urgency")]
    [InlineData("update n set state = 'a' from notification n with (index (pk_notification)) where n.notification_id <> @id", "is not told notification_id")]
    [InlineData("update n set state = 'a' from notification n with (index (pk_notification)) where n.notification_id = @id or n.state = 'b'", "is not told notification_id")]
    [InlineData("update n set state = 'a' from notification n with (index (pk_notification)) where n.notification_id = n.page_id", "is not told notification_id")]
    [InlineData("delete r from @rows j join page_responder r with (index (pk_page_responder)) on r.person_id = j.person option (loop join, force order)", "is not told page_id")]
    [InlineData("delete r from @rows j join page_reference r with (index (pk_page_reference)) on r.reference = j.reference", "begin with its table")]
    [InlineData("update escalation with (readpast, updlock, readcommittedlock) set claimed_by = @n output inserted.page_id where page_id in (select c.page_id from escalation c)", "keeps the locks")]
    [InlineData("update notification set state = 'x' output inserted.page_id where person_id = @p", "waits for rows")]
    public void One_that_does_not_is_found(string text, string problem) =>
        Assert.Contains(problem, string.Join(' ', NamedIndexes.Of(text, Tables, ShippedSchema.Indexes).Problems), StringComparison.Ordinal);
}
