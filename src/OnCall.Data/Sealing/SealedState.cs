using OnCall.Domain.Escalation;

namespace OnCall.Data.Sealing;

/// <summary>The words within an escalation's state: what was replied, and what was read back.</summary>
internal static class SealedState
{
    public static Escalation Sealed(this TextSeal seal, Escalation state) => Each(state, taken => taken with
    {
        Reply = seal.Seal(SealedColumn.AcknowledgementReply, state.Page.Value, taken.Reply),
        ReadBack = seal.Seal(SealedColumn.AcknowledgementReadBack, state.Page.Value, taken.ReadBack),
    });

    public static Escalation Opened(this TextSeal seal, Escalation state) => Each(state, taken => taken with
    {
        Reply = seal.Open(SealedColumn.AcknowledgementReply, state.Page.Value, taken.Reply),
        ReadBack = seal.Open(SealedColumn.AcknowledgementReadBack, state.Page.Value, taken.ReadBack),
    });

    private static Escalation Each(Escalation state, Func<Acknowledgement, Acknowledgement> change) =>
        state.Acknowledgements.Any(a => a.Reply is not null || a.ReadBack is not null)
            ? state with { Acknowledgements = [.. state.Acknowledgements.Select(change)] }
            : state;
}
