using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>
/// Takes a reply by SMS. It counts only when the verified number that it came from is one person's, and this page asked that person there.
/// In every other case nothing is acknowledged, the sender is told what to do, and the escalation goes on.
/// </summary>
public sealed class AnswerSms(
    INotificationStore outbox, IPageStore pages, IAnsweredMessages messages, AnsweringNumber numbers, RefusedAnswers refused, PageMoves moves,
    PageThread thread, IClock clock)
{
    private static readonly string[] PassOnWords = ["not me", "not me, pass on", "pass on"];
    private static readonly string[] TakeWords = ["on my way", "call me", "10 minutes"];

    // Whoever answers late is told that the page is closed, rather than that it never asked them.
    private static readonly Duration Remembered = Duration.FromHours(12);

    // Longer than any provider tries to deliver a message again.
    private static readonly Duration MessageKept = Duration.FromDays(7);

    /// <summary>Answers the text to send back. It holds nothing but the reference and what to do.</summary>
    public async Task<string> RunAsync(SmsAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var asked = await outbox.AskedByAddressAsync(ContactMethodKind.Sms, answer.From, clock.GetCurrentInstant() - Remembered, cancellationToken);
        var target = answer.Reference is { } reference ? await pages.FindByReferenceAsync(reference, cancellationToken) : await UnnamedAsync(answer, asked, cancellationToken);
        if (target is not { } page)
        {
            await RefuseAsync(null, answer.Reference is null && asked.Count > 0 ? "ambiguous" : "unknown-reference", cancellationToken);
            return await WhatToSendAsync(asked, cancellationToken);
        }

        var hits = asked.Where(a => a.Page == page).ToList();
        if (await WhoAsync(page, answer.From, hits, cancellationToken) is not { } by)
        {
            await RefuseAsync(page, hits.Count == 0 ? "not-asked-there" : "number-shared-or-unverified", cancellationToken);
            return "This number cannot answer that page. Nothing was taken. Call the desk.";
        }

        var record = (await pages.LoadAsync([page], cancellationToken))[0];
        return Meaning(answer, record.Page) switch
        {
            true => await TakeAsync(record, by, answer, cancellationToken),
            false => await PassOnAsync(record, by, answer, cancellationToken),
            null => await NoteAsync(record, by, answer, cancellationToken),
        };
    }

    private async Task<string> TakeAsync(PageRecord record, Answerer by, SmsAnswer answer, CancellationToken cancellationToken)
    {
        var words = answer.Words.Length > 0 && answer.Takes is null ? answer.Words : null;
        var made = await moves.MakeAsync(
            $"sms:{record.Page.Reference}", record.Page.Id, "page.acknowledge",
            (escalation, situation, now) => ReplyRules.Acknowledge(escalation, by, words, null, situation, now),
            cancellationToken, Needs(by));
        return Say(record, made, $"{record.Page.Reference}: you have it.");
    }

    private async Task<string> PassOnAsync(PageRecord record, Answerer by, SmsAnswer answer, CancellationToken cancellationToken)
    {
        var made = await moves.MakeAsync(
            $"sms:{record.Page.Reference}", record.Page.Id, "page.decline",
            (escalation, situation, now) => ReplyRules.Decline(escalation, by, null, situation, now),
            cancellationToken, Needs(by));
        return Say(record, made, $"{record.Page.Reference}: passed on.");
    }

    private async Task<string> NoteAsync(PageRecord record, Answerer by, SmsAnswer answer, CancellationToken cancellationToken)
    {
        await thread.AddAsync(record, $"sms:{record.Page.Reference}", by, answer.Words, ContactMethodKind.Sms, cancellationToken);
        if (PageThread.HasIt(record.Escalation, by))
        {
            return $"{record.Page.Reference}: noted. You have it; reply {record.Page.Reference} N to pass on.";
        }

        return $"{record.Page.Reference}: noted, but not taken. Reply {record.Page.Reference} Y to take it, {record.Page.Reference} N to pass on.";
    }

    private static string Say(PageRecord record, (Outcome Outcome, Situation Situation)? made, string done) => made?.Outcome switch
    {
        Outcome.Taken or Outcome.Done or Outcome.AlreadyYours => done,
        Outcome.OneOfSeveral several => $"{record.Page.Reference}: noted, {several.Have} of {several.Need} have it.",
        Outcome.AlreadyAcknowledged => $"{record.Page.Reference}: somebody has it already. Nothing more to do.",
        Outcome.ReadBackNeeded => $"{record.Page.Reference}: not taken yet. Call to read back the value.",
        Outcome.HandedOver => $"{record.Page.Reference}: handed over, your part has ended.",
        Outcome.Closed => $"{record.Page.Reference}: closed. Nothing more to do.",
        Outcome.NotAResponder or Outcome.NotAcknowledged => $"{record.Page.Reference}: you have passed it on. Call the desk to take it after all.",
        _ => $"{record.Page.Reference}: not taken. Try again or call the desk.",
    };

    // A reply word of the page or of the house takes it; "not me" passes it on; other words decide nothing.
    private static bool? Meaning(SmsAnswer answer, Page page)
    {
        var words = Plain(answer.Words);
        return answer.Takes
            ?? (PassOnWords.Contains(words, StringComparer.OrdinalIgnoreCase) ? false
                : words.Length > 0 && TakeWords.Concat(page.Replies.Select(Plain)).Contains(words, StringComparer.OrdinalIgnoreCase) ? true
                : null);
    }

    // As the channel makes plain what a person types, so that an offered reply is known in whatever width it was offered.
    private static string Plain(string words) => (PlainForm.Of(words) ?? words).Trim().TrimEnd('.', '!');

    private async Task<Answerer?> WhoAsync(PageId page, string from, List<SentNotification> hits, CancellationToken cancellationToken)
    {
        var people = hits.Select(h => h.Person).OfType<PersonId>().Distinct().ToList();
        return hits.Count == 0 || people.Count > 1 ? null
            : await numbers.WhoAsync(page, from, people.Count == 1 ? people[0] : null, verifiedAs: null, cancellationToken);
    }

    private Task RefuseAsync(PageId? page, string reason, CancellationToken cancellationToken) => refused.WriteAsync(
        ContactMethodKind.Sms, page, "A reply came from a number that this page did not ask; nothing was taken.", reason, cancellationToken);

    private async Task<string> WhatToSendAsync(IReadOnlyList<SentNotification> asked, CancellationToken cancellationToken)
    {
        var open = await pages.LoadAsync([.. asked.Select(a => a.Page).Distinct()], cancellationToken);
        var references = open.Where(r => WantsAnAnswer(r.Escalation)).Select(r => r.Page.Reference.ToString()).Order(StringComparer.Ordinal).ToList();
        return references.Count switch
        {
            0 => "No open page asks this number. Nothing was taken.",
            _ => $"Nothing was taken. Say which page: {string.Join(" or ", references.Select(r => r + " Y"))}.",
        };
    }

    // A message that names no page means the same however often it is delivered: never a page that came after it, nor one that was alone
    // only later, when its sender had long been asked which.
    private async Task<PageId?> UnnamedAsync(SmsAnswer answer, IReadOnlyList<SentNotification> asked, CancellationToken cancellationToken)
    {
        if (answer.MessageId is not { } message)
        {
            return await OnlyAsync(asked, cancellationToken);
        }

        var now = clock.GetCurrentInstant();
        var bound = await messages.FindAsync(message, now, cancellationToken)
            ?? await messages.BindAsync(message, new AnsweredMessage(await OnlyAsync(asked, cancellationToken)), now, now + MessageKept, cancellationToken);
        return bound.Page;
    }

    // Without a reference the only page is meant that wants an answer; with none, the only one that was taken, and at last the only one there was.
    private async Task<PageId?> OnlyAsync(IReadOnlyList<SentNotification> asked, CancellationToken cancellationToken)
    {
        var records = await pages.LoadAsync([.. asked.Select(a => a.Page).Distinct()], cancellationToken);
        IReadOnlyList<PageRecord>[] nearest = [[.. records.Where(r => WantsAnAnswer(r.Escalation))], [.. records.Where(r => r.Escalation.ClosedAt is null)], records];
        return nearest.FirstOrDefault(n => n.Count > 0) is [var only] ? only.Page.Id : null;
    }

    private static bool WantsAnAnswer(Escalation escalation) => escalation.IsOpen || escalation.IsOverdue;

    private static SituationNeeds Needs(Answerer by) => new([], by.Person is { } person ? [person] : []);
}
