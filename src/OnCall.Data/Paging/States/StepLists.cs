using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging.States;

/// <summary>
/// The steps of states. Most pages have been sent by a few policies, so that what is written alike is read once, held once, and written again
/// as it stood.
/// </summary>
internal static class StepLists
{
    // More different ones than a hospital has policies; then it starts anew.
    private const int MostKnown = 512;

    private static readonly ConcurrentDictionary<int, Known> ByHash = new();
    private static readonly ConditionalWeakTable<IReadOnlyList<Step>, byte[]> Written = [];

    private static readonly JsonFields<StepDraft> StepFields = new(
        ("waitSeconds", static (ref json, step) => step.WaitSeconds = json.GetInt32()),
        ("targets", static (ref json, step) => step.Targets = StateValues.List(ref json, Target)),
        ("acknowledgements", static (ref json, step) => step.Acknowledgements = json.GetInt32()),
        ("repeat", static (ref json, step) => step.Repeat = json.GetInt32()));

    private static readonly JsonFields<TargetDraft> TargetFields = new(
        ("kind", static (ref json, target) => target.Kind = StateValues.Name<TargetKind>(ref json)),
        ("role", static (ref json, target) => target.Role = json.GetRole()),
        ("tier", static (ref json, target) => target.Tier = json.GetInt32()),
        ("person", static (ref json, target) => target.Person = json.GetPerson()));

    /// <param name="json">At the beginning of the list; it is left at its end.</param>
    /// <param name="source">What is read from its beginning.</param>
    public static IReadOnlyList<Step> Read(ref Utf8JsonReader json, byte[] source)
    {
        var list = json;
        var start = (int)json.TokenStartIndex;
        json.Skip();
        var written = source.AsSpan(start, (int)json.BytesConsumed - start);
        var hash = new HashCode();
        hash.AddBytes(written);
        var key = hash.ToHashCode();
        if (ByHash.TryGetValue(key, out var known) && written.SequenceEqual(known.Utf8))
        {
            return known.Steps;
        }

        return Keep(key, written.ToArray(), StateValues.List(ref list, static (ref item) => StepFields.Read(ref item).ToStep()));
    }

    /// <summary>How these steps are written; null where that is not known yet.</summary>
    public static byte[]? WrittenOf(IReadOnlyList<Step> steps) => Written.TryGetValue(steps, out var utf8) ? utf8 : null;

    private static IReadOnlyList<Step> Keep(int key, byte[] utf8, IReadOnlyList<Step> steps)
    {
        if (steps.Count == 0)
        {
            return steps;
        }

        if (ByHash.Count >= MostKnown)
        {
            ByHash.Clear();
        }

        ByHash[key] = new Known(utf8, steps);
        Written.AddOrUpdate(steps, utf8);
        return steps;
    }

    private static StepTarget Target(ref Utf8JsonReader json) => TargetFields.Read(ref json).ToTarget();

    private sealed record Known(byte[] Utf8, IReadOnlyList<Step> Steps);
}
