using System.Globalization;
using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>Checks the audit trail for somebody who asks (<see cref="CheckAudit"/>). That they did is an entry, and what came of it.</summary>
public sealed class VerifyAudit(CheckAudit check, IAnchors anchors, IAuditWriter writer, IClock clock)
{
    public async Task<Answer<AuditVerdictView>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!AuditAccess.IsFor(caller))
        {
            return AuditAccess.NotForCaller;
        }

        IReadOnlyList<AnchorLine> kept;
        try
        {
            kept = await anchors.ReadAsync(cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal(
                RefusalKind.Conflict, "anchors-unreadable", "The anchors cannot be read",
                "The file of the anchors cannot be read, so that a chain that was made anew would not be found. See to OnCall__Audit__AnchorFile.");
        }

        var verdict = await check.RunAsync(1, kept, cancellationToken);
        var detail = AuditDetail.Of(
            ("places", verdict.Places.ToString(CultureInfo.InvariantCulture)),
            ("findings", (verdict.Findings.Count + verdict.More).ToString(CultureInfo.InvariantCulture)),
            ("head", verdict.Head?.Hash));
        await writer.AppendAsync([new AuditEntry(clock.GetCurrentInstant(), caller.Key, "audit.verify", "audit", detail)], cancellationToken);
        return AuditVerdictView.Of(verdict);
    }
}
