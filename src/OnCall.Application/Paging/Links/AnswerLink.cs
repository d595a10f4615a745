using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging.Links;

/// <summary>
/// Shows and takes a page by the link of a message. It counts for the person whom the message asked, while the address is still proven theirs alone,
/// for a day, and from the first device that uses it. Looking uses nothing up: scanners and previews follow links too.
/// </summary>
public sealed class AnswerLink(
    IAcknowledgeLinks links, LinkSecret secret, IPageStore pages, IDirectoryReads directory, AnsweringNumber numbers, RefusedAnswers refused, ToldRefusals told,
    PageMoves moves, IClock clock)
{
    private static readonly Duration Lasts = Duration.FromHours(24);

    /// <param name="device">What this device keeps; null for one that has nothing yet.</param>
    public async Task<LinkAnswer> LookAsync(string? token, string? device, CancellationToken cancellationToken)
    {
        var (target, by, standing) = await FindAsync(token, device, cancellationToken);
        return by is null ? LinkAnswer.Nothing(standing) : await ShowAsync(target!, by, null, cancellationToken);
    }

    /// <summary>Takes the page. What cannot take it, as things stand, is written down once for a device and a reason.</summary>
    public async Task<LinkAnswer> TakeAsync(string? token, string device, string? readBack, CancellationToken cancellationToken)
    {
        var used = RandomSecret.Hash(device);
        var (target, by, standing) = await FindAsync(token, device, cancellationToken);
        if (target is null || by is null)
        {
            return await RefuseAsync(target, used, standing, cancellationToken);
        }

        if (!await links.UseAsync(target, used, clock.GetCurrentInstant(), cancellationToken))
        {
            return await RefuseAsync(target, used, LinkStanding.OtherDevice, cancellationToken);
        }

        var record = (await pages.LoadAsync([target.Page], cancellationToken))[0];
        if (Vain(record.Escalation, by.Person!.Value, readBack) is not { } vain)
        {
            return await ShowAsync(target, by, await MoveAsync(target, by, record.Page.Reference, readBack, cancellationToken), cancellationToken);
        }

        LinkStanding? made = null;
        await told.OnceAsync(target.Id, used, vain, async () => made = await MoveAsync(target, by, record.Page.Reference, readBack, cancellationToken));
        return await ShowAsync(target, by, made ?? vain, cancellationToken);
    }

    private async Task<LinkStanding> MoveAsync(LinkTarget target, Answerer by, PageReference reference, string? readBack, CancellationToken cancellationToken)
    {
        var made = await moves.MakeAsync(
            $"link:{reference}", target.Page, "page.acknowledge",
            (escalation, situation, now) => ReplyRules.Acknowledge(escalation, by, null, readBack, situation, now),
            cancellationToken, new SituationNeeds([], [target.Person!.Value]));
        return made is { } done ? Of(done.Outcome) : LinkStanding.Busy;
    }

    private async Task<(LinkTarget? Target, Answerer? By, LinkStanding Standing)> FindAsync(string? token, string? device, CancellationToken cancellationToken)
    {
        if (AcknowledgeToken.Read(token) is not { } notification
            || await links.FindAsync(notification, cancellationToken) is not { Person: { } person } target
            || !AcknowledgeToken.IsOf(token!, await secret.ReadAsync(cancellationToken), target.Id, target.Page, person))
        {
            return (null, null, LinkStanding.Unknown);
        }

        if (clock.GetCurrentInstant() - target.ChangedAt > Lasts)
        {
            return (target, null, LinkStanding.Over);
        }

        if (target.Device is { } used && (device is null || !string.Equals(used, RandomSecret.Hash(device), StringComparison.Ordinal)))
        {
            return (target, null, LinkStanding.OtherDevice);
        }

        var by = await numbers.WhoAsync(target.Page, target.Address, person, target.Kind, cancellationToken);
        return (target, by, by is null ? LinkStanding.NotTheirs : LinkStanding.Asks);
    }

    private async Task<LinkAnswer> ShowAsync(LinkTarget target, Answerer by, LinkStanding? made, CancellationToken cancellationToken)
    {
        var record = (await pages.LoadAsync([target.Page], cancellationToken))[0];
        var role = (await directory.RolesAsync([record.Escalation.Role], cancellationToken))[0];
        return new LinkAnswer(
            made ?? Of(record.Escalation, by.Person!.Value), target.Page, by.Name, role.Name, record.Page.Urgency, record.Page.Reference,
            record.Escalation.Urgency == Urgency.CriticalResult);
    }

    private async Task<LinkAnswer> RefuseAsync(LinkTarget? target, string device, LinkStanding standing, CancellationToken cancellationToken)
    {
        if (target is not null)
        {
            await told.OnceAsync(target.Id, device, standing, () => refused.WriteAsync(
                target.Kind, target.Page, "An answer came by a link that is not worth anything any more, or from another device than the first; nothing was taken.",
                "link-" + KebabCase.Of(standing.ToString()), cancellationToken));
        }

        return LinkAnswer.Nothing(standing);
    }

    // Why the rules refuse it as the page stands (ReplyRules); null where it may take the page.
    private static LinkStanding? Vain(Escalation escalation, PersonId person, string? readBack) => Of(escalation, person) switch
    {
        LinkStanding.Asks when escalation.Urgency == Urgency.CriticalResult && string.IsNullOrWhiteSpace(readBack) => LinkStanding.ReadBackNeeded,
        LinkStanding.Asks or LinkStanding.Yours => null,
        var standing => standing,
    };

    private static LinkStanding Of(Escalation escalation, PersonId person) =>
        escalation.ClosedAt is not null ? LinkStanding.Closed
        : escalation.Acknowledgements.Any(a => a.Person == person) ? LinkStanding.Yours
        : !escalation.IsOpen && !escalation.IsOverdue ? LinkStanding.Taken
        : escalation.Responders.FirstOrDefault(r => r.Person == person) is { MayAnswer: true } ? LinkStanding.Asks
        : LinkStanding.AskedNoMore;

    private static LinkStanding Of(Outcome outcome) => outcome switch
    {
        Outcome.Taken or Outcome.Done or Outcome.AlreadyYours => LinkStanding.Yours,
        Outcome.OneOfSeveral => LinkStanding.OneOfSeveral,
        Outcome.AlreadyAcknowledged => LinkStanding.Taken,
        Outcome.ReadBackNeeded => LinkStanding.ReadBackNeeded,
        Outcome.Closed => LinkStanding.Closed,
        _ => LinkStanding.AskedNoMore,
    };
}
