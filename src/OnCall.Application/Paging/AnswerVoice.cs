using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>
/// Speaks with whoever answered a call. A key counts only where a reply by SMS would: the number called is the verified number of the one
/// person whom this page asks there. In every other case nothing is acknowledged, the call says what to do, and the escalation goes on.
/// </summary>
public sealed class AnswerVoice(
    IPlacedCalls calls, IPageStore pages, IAnsweredMessages messages, AnsweringNumber numbers, RefusedAnswers refused, PageMoves moves,
    RecordReceipt receipts, IClock clock)
{
    private const string Take = "1";
    private const string PassOn = "2";

    // No call lasts as long: what comes later is somebody's copy of it.
    private static readonly Duration LongestCall = Duration.FromMinutes(10);

    // Longer than any provider tries to deliver a key again.
    private static readonly Duration KeyKept = Duration.FromDays(7);

    /// <summary>Answers what the call says next.</summary>
    public async Task<VoiceReply> RunAsync(VoiceAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var call = await calls.FindAsync(answer.Notification, cancellationToken);
        if (call is null || Mismatch(call, answer) is not null)
        {
            await RefuseAsync(call?.Page, call is null ? "unknown-call" : Mismatch(call, answer)!, cancellationToken);
            var language = call?.Speech.Language ?? SpokenLanguage.BritishEnglish;
            return new VoiceReply(language, VoiceText.OfNoPage(language));
        }

        var by = await numbers.WhoAsync(call.Page, answer.Called, call.Person, ContactMethodKind.Voice, cancellationToken);
        var words = answer.Key switch
        {
            Take or PassOn when by is null => await StrangerAsync(call, cancellationToken),
            Take or PassOn => await KeyAsync(call, by, answer, cancellationToken),
            _ => null,
        };
        return words is null ? await AskAsync(call, by, answer, cancellationToken) : Say(call, words);
    }

    /// <summary>Announces the page and asks for a key, if there is still something to take and somebody who may.</summary>
    private async Task<VoiceReply> AskAsync(PlacedCall call, Answerer? by, VoiceAnswer answer, CancellationToken cancellationToken)
    {
        if (by is null)
        {
            return Say(call, $"{call.Speech.Announcement} {call.Speech.NoKeys}");
        }

        var escalation = (await pages.LoadAsync([call.Page], cancellationToken))[0].Escalation;
        if (SpokenStanding.Of(escalation, by, call.Speech) is { } standing)
        {
            await HeardAsync(answer, "Voice: answered, and told how the page stands", cancellationToken);
            return Say(call, standing);
        }

        var (keys, whenSilent) = SpokenStanding.Question(escalation, by, call.Speech);
        return new VoiceReply(call.Speech.Language, $"{call.Speech.Announcement} {keys}", whenSilent);
    }

    private async Task<string> KeyAsync(PlacedCall call, Answerer by, VoiceAnswer answer, CancellationToken cancellationToken)
    {
        var key = $"{answer.CallId}:{answer.Key}";
        var now = clock.GetCurrentInstant();
        if (await messages.FindAsync(key, now, cancellationToken) is { Page: { } before })
        {
            // The same key of the same call, delivered again: it means the page it meant first, and has been taken there already.
            var escalation = (await pages.LoadAsync([before], cancellationToken))[0].Escalation;
            return SpokenStanding.Of(escalation, by, call.Speech) ?? (escalation.Urgency == Urgency.CriticalResult ? call.Speech.ReadBack : call.Speech.NotTaken);
        }

        var made = await moves.MakeAsync(
            $"voice:{call.Speech.Text.Reference}", call.Page, answer.Key == Take ? "page.acknowledge" : "page.decline",
            (escalation, situation, at) => answer.Key == Take
                ? ReplyRules.Acknowledge(escalation, by, null, null, situation, at)
                : ReplyRules.Decline(escalation, by, null, situation, at),
            cancellationToken, new SituationNeeds([], by.Person is { } person ? [person] : []));
        if (made is not { } done)
        {
            return call.Speech.NotTaken;
        }

        await messages.BindAsync(key, new AnsweredMessage(call.Page), now, now + KeyKept, cancellationToken);
        await HeardAsync(answer, $"Voice: answered, {answer.Key} pressed", cancellationToken);
        return SpokenOutcome.Of(done.Outcome, done.Situation, call.Speech, answer.Key == PassOn);
    }

    private async Task<string> StrangerAsync(PlacedCall call, CancellationToken cancellationToken)
    {
        await RefuseAsync(call.Page, "number-shared-or-unverified", cancellationToken);
        return call.Speech.CannotAnswer;
    }

    private Task RefuseAsync(PageId? page, string reason, CancellationToken cancellationToken) => refused.WriteAsync(
        ContactMethodKind.Voice, page, "An answer came from a call that this page did not place, or not to a proven number; nothing was taken.",
        reason, cancellationToken);

    // A human was reached: when the call ends it is not a failure any more.
    private Task HeardAsync(VoiceAnswer answer, string detail, CancellationToken cancellationToken) => receipts.RunAsync(
        new DeliveryReceipt(ContactMethodKind.Voice, answer.CallId, DeliveryStatus.Delivered, detail, answer.Notification, answer.Attempt), cancellationToken);

    private string? Mismatch(PlacedCall call, VoiceAnswer answer) =>
        !string.Equals(call.Address, answer.Called, StringComparison.Ordinal) ? "another-number"
        : answer.Attempt > call.Attempt || answer.Attempt < 1 ? "unknown-attempt"
        : answer.Attempt == call.Attempt && call.CallId is { } id && !string.Equals(id, answer.CallId, StringComparison.Ordinal) ? "another-call"
        : clock.GetCurrentInstant() - call.ChangedAt > LongestCall ? "old-call"
        : null;

    private static VoiceReply Say(PlacedCall call, string words) => new(call.Speech.Language, words);
}
