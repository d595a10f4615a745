using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Sends a code or a test to one contact method, at once and once, and answers what its provider said.</summary>
public sealed class CheckSender(OwnContacts own, IOwnContacts store, ChannelSet channels, ChannelRecords records, IIdSource ids, IClock clock, TimeProvider time)
{
    /// <summary>Codes and tests together, for one person, within an hour: nobody rings a stranger's telephone through OnCall.</summary>
    public const int MostInAnHour = 10;

    /// <summary>Refused, and nothing sent, where the kind has no channel and when so many were sent already.</summary>
    internal async Task<Answer<DeliveryAnswer>> RunAsync(
        Caller caller, OwnMethod to, string? code, IssuedCode? issued, CancellationToken cancellationToken)
    {
        if (channels.Of(to.Method.Kind) is not { } channel)
        {
            return ContactProblems.NoChannel(to.Method.Kind);
        }

        if (to.Method.OptedOut)
        {
            return ContactProblems.OptedOut();
        }

        var now = clock.GetCurrentInstant();
        var audit = own.Entry(caller, to.Self, code is null ? "contact-method.test" : "contact-method.code", to.Method);
        return await store.CountSendAsync(to.Self.Id, to.Method.Id, issued, MostInAnHour, now - Duration.FromHours(1), now, audit, cancellationToken)
            ? await TryAsync(channel, to, new CheckText(code, LanguageOf(to)), now, cancellationToken)
            : ContactProblems.TooMany();
    }

    // Many a gateway of pagers takes ASCII only, which leaves nothing of other scripts.
    private static SpokenLanguage LanguageOf(OwnMethod to) =>
        to.Method.Kind is ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap ? SpokenLanguage.BritishEnglish : SpokenLanguages.Of(to.Self.Language);

    private async Task<DeliveryAnswer> TryAsync(IChannel channel, OwnMethod to, CheckText text, Instant now, CancellationToken cancellationToken)
    {
        if (!records.BreakerOf(channel.Kind).MayTry(Urgency.Routine, now))
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Not tried: the provider has not been working.");
        }

        var answer = await CallAsync(channel, to, text, now, cancellationToken);
        records.Of(channel.Kind).Note(answer, clock.GetCurrentInstant());
        return answer;
    }

    private async Task<DeliveryAnswer> CallAsync(IChannel channel, OwnMethod to, CheckText text, Instant now, CancellationToken cancellationToken)
    {
        var end = now + Duration.FromTimeSpan(SendNotifications.CallLimit);
        var departure = new Departure(() => clock.GetCurrentInstant() < end);
        using var limit = new CancellationTokenSource(SendNotifications.CallLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var outgoing = new OutgoingNotification(new NotificationId(ids.NewId()), to.Method.Address, text, 1, text.Language) { MayLeave = departure.MayLeave };
            return await channel.SendAsync(outgoing, either.Token).WaitAsync(SendNotifications.CallLimit + TimeSpan.FromSeconds(1), time, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var status = departure.CallOff() ? DeliveryStatus.FailedForNow : DeliveryStatus.Indeterminate;
            return new DeliveryAnswer(status, null, $"The channel broke off: {error.GetType().Name}.") { ProviderFault = true };
        }
    }
}
