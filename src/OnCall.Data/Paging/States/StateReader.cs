using System.Text.Json;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging.States;

/// <summary>
/// Reads an escalation's state in one pass. What an older version did not write is at its default; what a newer one wrote besides is passed over.
/// </summary>
internal static class StateReader
{
    private static readonly JsonFields<StateDraft> Fields = new(
        ("page", static (ref json, state) => state.Page = json.GetGuid()),
        ("version", static (ref json, state) => state.Version = json.GetInt32()),
        ("urgency", static (ref json, state) => state.Urgency = StateValues.Name<Urgency>(ref json)),
        ("phase", static (ref json, state) => state.Phase = StateValues.Name<EscalationPhase>(ref json)),
        ("role", static (ref json, state) => state.Role = json.GetRole()),
        ("sender", static (ref json, state) => state.Sender = json.GetPerson()),
        ("steps", static (ref json, state) => state.Steps = StepLists.Read(ref json, state.Source)),
        ("stepIndex", static (ref json, state) => state.StepIndex = json.GetInt32()),
        ("run", static (ref json, state) => state.Run = json.GetInt32()),
        ("atDesk", static (ref json, state) => state.AtDesk = json.GetBoolean()),
        ("acknowledgementsNeeded", static (ref json, state) => state.AcknowledgementsNeeded = json.GetInt32()),
        ("stepDueAt", static (ref json, state) => state.StepDueAt = json.GetInstant()),
        ("deskDueAt", static (ref json, state) => state.DeskDueAt = json.GetInstant()),
        ("deskRepeatAt", static (ref json, state) => state.DeskRepeatAt = json.GetInstant()),
        ("repeatAt", static (ref json, state) => state.RepeatAt = json.GetInstant()),
        ("handoverAt", static (ref json, state) => state.HandoverAt = json.GetInstant()),
        ("takenOverUntil", static (ref json, state) => state.TakenOverUntil = json.GetInstant()),
        ("takenOverBy", static (ref json, state) => state.TakenOverBy = json.GetString()),
        ("waitLeft", static (ref json, state) => state.WaitLeft = json.GetDuration()),
        ("outcomeWithin", static (ref json, state) => state.OutcomeWithin = json.GetDuration()),
        ("outcomeDueAt", static (ref json, state) => state.OutcomeDueAt = json.GetInstant()),
        ("goesOnAt", static (ref json, state) => state.GoesOnAt = json.GetInstant()),
        ("closedAt", static (ref json, state) => state.ClosedAt = json.GetInstant()),
        ("reached", static (ref json, state) => state.Reached = StateValues.List(ref json, Post)),
        ("visited", static (ref json, state) => state.Visited = StateValues.List(ref json, static (ref item) => item.GetRole())),
        ("responders", static (ref json, state) => state.Responders = StateValues.List(ref json, Responder)),
        ("acknowledgements", static (ref json, state) => state.Acknowledgements = StateValues.List(ref json, Acknowledgement)));

    private static readonly JsonFields<PostDraft> PostFields = new(
        ("role", static (ref json, post) => post.Role = json.GetRole()),
        ("tier", static (ref json, post) => post.Tier = json.GetInt32()));

    private static readonly JsonFields<ResponderDraft> ResponderFields = new(
        ("person", static (ref json, responder) => responder.Person = json.GetPerson()),
        ("post", static (ref json, responder) => responder.Post = Post(ref json)),
        ("step", static (ref json, responder) => responder.Step = json.GetInt32()),
        ("since", static (ref json, responder) => responder.Since = json.GetInstant()),
        ("standing", static (ref json, responder) => responder.Standing = StateValues.Name<Standing>(ref json)),
        ("reachable", static (ref json, responder) => responder.Reachable = json.GetBoolean()),
        ("failed", static (ref json, responder) => responder.Failed = json.GetBoolean()));

    private static readonly JsonFields<AcknowledgementDraft> AcknowledgementFields = new(
        ("person", static (ref json, taken) => taken.Person = json.GetPerson()),
        ("name", static (ref json, taken) => taken.Name = json.GetString()),
        ("at", static (ref json, taken) => taken.At = json.GetInstant()),
        ("reply", static (ref json, taken) => taken.Reply = json.GetString()),
        ("readBack", static (ref json, taken) => taken.ReadBack = json.GetString()));

    /// <param name="utf8">It may be longer.</param>
    /// <param name="length">How much of it is the state.</param>
    /// <exception cref="JsonException">It is no JSON, what every version writes is missing, or a value is of another kind or out of range.</exception>
    public static Escalation Read(byte[] utf8, int length)
    {
        try
        {
            return ReadAll(utf8, length);
        }
        catch (Exception broken) when (broken is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new JsonException("The state cannot be read: " + broken.Message, broken);
        }
    }

    private static Escalation ReadAll(byte[] utf8, int length)
    {
        var json = new Utf8JsonReader(utf8.AsSpan(0, length));
        json.Read();
        var state = Fields.Read(ref json, new StateDraft { Source = utf8 });

        // Whatever stands behind it throws: what was written over another state and is mangled must not pass for whole.
        json.Read();
        return state.ToEscalation();
    }

    private static Post Post(ref Utf8JsonReader json) => PostFields.Read(ref json).ToPost();

    private static Responder Responder(ref Utf8JsonReader json) => ResponderFields.Read(ref json).ToResponder();

    private static Acknowledgement Acknowledgement(ref Utf8JsonReader json) => AcknowledgementFields.Read(ref json).ToAcknowledgement();
}
