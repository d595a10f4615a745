using System.Text.Json;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging.States;

/// <summary>Writes an escalation's state.</summary>
internal static class StateWriter
{
    public static void Write(Utf8JsonWriter json, Escalation state)
    {
        json.WriteStartObject();
        json.WriteString("page", state.Page.Value);
        json.WriteNumber("version", state.Version);
        json.WriteString("urgency", state.Urgency.ToString());
        json.WriteString("phase", state.Phase.ToString());
        json.WriteString("role", state.Role.Value);
        json.WriteKnown("sender", state.Sender?.Value);
        WriteSteps(json, state.Steps);
        json.WriteNumber("stepIndex", state.StepIndex);
        json.WriteNumber("run", state.Run);
        json.WriteBoolean("atDesk", state.AtDesk);
        json.WriteNumber("acknowledgementsNeeded", state.AcknowledgementsNeeded);
        WriteTimes(json, state);
        WriteArray(json, "reached", state.Reached, Write);
        WriteArray(json, "visited", state.Visited, static (to, role) => to.WriteStringValue(role.Value));
        WriteArray(json, "responders", state.Responders, Write);
        WriteArray(json, "acknowledgements", state.Acknowledgements, Write);
        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<Step> steps)
    {
        if (StepLists.WrittenOf(steps) is { } written)
        {
            json.WritePropertyName("steps");
            json.WriteRawValue(written, skipInputValidation: true);
            return;
        }

        WriteArray(json, "steps", steps, Write);
    }

    private static void WriteTimes(Utf8JsonWriter json, Escalation state)
    {
        json.WriteKnown("stepDueAt", state.StepDueAt);
        json.WriteKnown("deskDueAt", state.DeskDueAt);
        json.WriteKnown("deskRepeatAt", state.DeskRepeatAt);
        json.WriteKnown("repeatAt", state.RepeatAt);
        json.WriteKnown("handoverAt", state.HandoverAt);
        json.WriteKnown("takenOverUntil", state.TakenOverUntil);
        json.WriteKnown("takenOverBy", state.TakenOverBy);
        json.WriteKnown("waitLeft", state.WaitLeft);
        json.WriteKnown("outcomeWithin", state.OutcomeWithin);
        json.WriteKnown("outcomeDueAt", state.OutcomeDueAt);
        json.WriteKnown("goesOnAt", state.GoesOnAt);
        json.WriteKnown("closedAt", state.ClosedAt);
    }

    private static void Write(Utf8JsonWriter json, Step step)
    {
        json.WriteStartObject();
        json.WriteNumber("waitSeconds", step.WaitSeconds);
        WriteArray(json, "targets", step.Targets, Write);
        json.WriteNumber("acknowledgements", step.Acknowledgements);
        json.WriteNumber("repeat", step.Repeat);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StepTarget target)
    {
        json.WriteStartObject();
        json.WriteString("kind", target.Kind.ToString());
        json.WriteKnown("role", target.Role?.Value);
        if (target.Tier is { } tier)
        {
            json.WriteNumber("tier", tier);
        }

        json.WriteKnown("person", target.Person?.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Post post)
    {
        json.WriteStartObject();
        json.WriteString("role", post.Role.Value);
        json.WriteNumber("tier", post.Tier);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Responder responder)
    {
        json.WriteStartObject();
        json.WriteString("person", responder.Person.Value);
        if (responder.Post is { } post)
        {
            json.WritePropertyName("post");
            Write(json, post);
        }

        json.WriteNumber("step", responder.Step);
        json.WriteKnown("since", responder.Since);
        json.WriteString("standing", responder.Standing.ToString());
        json.WriteBoolean("reachable", responder.Reachable);
        json.WriteBoolean("failed", responder.Failed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Acknowledgement taken)
    {
        json.WriteStartObject();
        json.WriteKnown("person", taken.Person?.Value);
        json.WriteString("name", taken.Name);
        json.WriteKnown("at", taken.At);
        json.WriteKnown("reply", taken.Reply);
        json.WriteKnown("readBack", taken.ReadBack);
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
