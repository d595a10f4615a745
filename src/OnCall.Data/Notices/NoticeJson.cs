using System.Text.Json;
using NodaTime;
using OnCall.Application;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Data.Notices;

/// <summary>How a notice's facts are written in their column: instants as milliseconds, enums by name. A kind that is added gets its lines here.</summary>
internal static class NoticeJson
{
    public static string Write(NoticeFacts facts) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        switch (facts)
        {
            case GapWarningFacts warning:
                json.WriteKnown("at", warning.At);
                json.WriteString("lead", warning.Lead.ToString());
                Write(json, warning.Count, warning.First);
                break;
            case GapFilledFacts filled:
                Write(json, filled.Count, filled.First);
                break;
            case CoverMadeFacts made:
                PlaceJson.Write(json, "place", made.Place);
                break;
            case ShiftChangedFacts shift:
                PlaceJson.Write(json, "place", shift.Place);
                break;
            case SwapFacts swap:
                json.WriteString("by", swap.By);
                PlaceJson.Write(json, "give", swap.Give);
                PlaceJson.Write(json, "take", swap.Take);
                json.WriteBoolean("toApprove", swap.ToApprove);
                break;
            case RosterPullHeldFacts held:
                json.WriteString("code", held.Code);
                json.WriteString("why", held.Why);
                json.WriteKnown("upload", held.Upload?.Value);
                break;
            case GlassBrokenFacts broken:
                json.WriteString("name", broken.Name);
                json.WriteString("employeeNo", broken.EmployeeNo);
                json.WriteString("role", broken.RoleName);
                json.WriteString("reference", broken.Reference.ToString());
                break;
            case SignInChangedFacts changed:
                json.WriteString("what", changed.What.ToString());
                json.WriteString("by", changed.By);
                break;
            case OwnContactFacts own:
                json.WriteBoolean("added", own.Added);
                json.WriteString("method", own.Method.ToString());
                json.WriteString("ending", own.Ending);
                break;
            case DeviceGoneFacts gone:
                json.WriteString("why", gone.Why.ToString());
                json.WriteNumber("count", gone.Count);
                json.WriteString("by", gone.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(facts), facts.Kind, "These facts cannot be stored.");
        }

        json.WriteEndObject();
    });

    public static NoticeFacts Read(NoticeKind kind, string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return kind switch
        {
            NoticeKind.GapWarning => new GapWarningFacts(json.At("at")!.Value, json.Name<GapLead>("lead"), json.Int("count") ?? 0, Gaps(json)),
            NoticeKind.GapFilled => new GapFilledFacts(json.Int("count") ?? 0, Gaps(json)),
            NoticeKind.CoverMade => new CoverMadeFacts(PlaceJson.Read(json, "place")!),
            NoticeKind.ShiftChanged => new ShiftChangedFacts(PlaceJson.Read(json, "place")!),
            NoticeKind.SwapAsked or NoticeKind.SwapAccepted or NoticeKind.SwapApproved or NoticeKind.SwapRefused or NoticeKind.SwapDeclined
                or NoticeKind.SwapWithdrawn or NoticeKind.SwapVoid or NoticeKind.SwapExpired =>
                new SwapFacts(kind, json.Text("by") ?? "", PlaceJson.Read(json, "give")!, PlaceJson.Read(json, "take"), json.GetProperty("toApprove").GetBoolean()),
            NoticeKind.RosterPullHeld => new RosterPullHeldFacts(
                json.Text("code") ?? "", json.Text("why") ?? "", json.Known("upload") is { } upload ? new UploadId(upload.GetGuid()) : null),
            NoticeKind.GlassBroken => new GlassBrokenFacts(
                json.Text("name") ?? "", json.Text("employeeNo") ?? "", json.Text("role") ?? "", PageReference.TryParse(json.Text("reference"), out var page) ? page : default),
            NoticeKind.SignInChanged => new SignInChangedFacts(json.Name<SignInChange>("what"), json.Text("by") ?? ""),
            NoticeKind.OwnContact => new OwnContactFacts(json.GetProperty("added").GetBoolean(), json.Name<ContactMethodKind>("method"), json.Text("ending") ?? ""),
            NoticeKind.DeviceGone => new DeviceGoneFacts(json.Name<DeviceGone>("why"), json.Int("count") ?? 1, json.Text("by")),
        };
    }

    private static void Write(Utf8JsonWriter json, int count, IReadOnlyList<GapFact> gaps)
    {
        json.WriteNumber("count", count);
        json.WriteStartArray("gaps");
        foreach (var gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("role", gap.RoleName);
            json.WriteKnown("start", gap.Start);
            json.WriteKnown("end", gap.End);
            json.WriteString("size", gap.Size.ToString());
            json.WriteString("zone", gap.Zone.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<GapFact> Gaps(JsonElement json) => json.List("gaps", static g => new GapFact(
        g.Text("role") ?? "", g.At("start")!.Value, g.At("end"), g.Name<GapSize>("size"), StoredZone.Of(g.Text("zone"))));
}
