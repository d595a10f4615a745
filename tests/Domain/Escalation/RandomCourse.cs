using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>A hospital, a page and what befalls it, all made from one seed.</summary>
internal sealed class RandomCourse
{
    private static readonly string[] People = [.. Enumerable.Range(0, 9).Select(i => $"P{i}")];
    private static readonly string[] Roles = ["ward", "lab", "house"];
    private static readonly ContactMethodKind[] Kinds = [ContactMethodKind.Push, ContactMethodKind.Sms, ContactMethodKind.Voice, ContactMethodKind.Snpp];

    private readonly Random _chance;

    public RandomCourse(int seed)
    {
        _chance = new Random(seed);
        var hospital = Hospital();
        Urgency = Pick(Enum.GetValues<Urgency>());
        Story = PageStory.Send(hospital, Urgency, "ward", Policy(hospital), _chance.Next(2) == 0 ? "P0" : null);
    }

    public Urgency Urgency { get; }

    public PageStory Story { get; }

    /// <summary>What happened last, for the message of a failure.</summary>
    public string Last { get; private set; } = "sent";

    /// <summary>Lets one thing happen and answers the outcome, where a human made a move.</summary>
    public Outcome? Next()
    {
        var person = Pick(People);
        var role = Pick(Roles);
        switch (_chance.Next(27))
        {
            case 0 or 1: return Did($"{person} declines", Story.Decline(person));
            case 2: return Did($"{person} acknowledges", Story.Acknowledge(person, readBack: _chance.Next(2) == 0 ? "6.9" : null));
            case 3: return Did($"{person} called in", Story.Acknowledge(person, readBack: "6.9", calledInBy: "P8"));
            case 4: return Did("the device answers", Story.AcknowledgeFromDevice());
            case 5 or 6: return Did("taken over", Story.TakeOver("P8"));
            case 7: return Did("escalated", Story.Escalate(person));
            case 8: return Did($"rerouted to {role}", Story.Reroute(role, person, Policy(Story.Hospital)));
            case 9: return _chance.Next(4) == 0 ? Did("cancelled", Story.Cancel("P0")) : Did("resolved", Story.Resolve(person));
            case 10 or 11: return Did($"channels of {person} fail", () => Story.ChannelsFail(person));
            case 12: return Did($"{person} inactive", () => Story.Change(h => h.Inactive(person)));
            case 13: return Did($"{person} unreachable", () => Story.Change(h => h.Unreachable(person)));
            case 14: return Did($"{person} off {role}", () => Story.Change(h => h.Off(role, person)));
            case 15: return Did($"{person} on {role}", () => Story.Change(h => h.On(role, person, _chance.Next(1, 4), Minute(), Minute() + 90)));
            case 16: return Did($"{person} covers", () => Story.Change(h => h.Cover(role, person, Pick(People), Minute(), Minute() + 90)));
            case 17: return Did("outage", () => Story.Outage(_chance.Next(1, 20)));
            case 18: return Did($"{person} says something", Story.Say(person));
            case 19: return Owner() is { } owner ? Did($"{owner} is still at it", Story.Acknowledge(owner)) : Did("time passes", () => Story.Minutes(6));
            case 20: return Did("time passes", () => Story.Minutes(_chance.Next(0, 40)));
            default: return Did("time passes", () => Story.Seconds(_chance.Next(0, 400)));
        }
    }

    private TestHospital Hospital()
    {
        var hospital = new TestHospital().WithRole("house", device: _chance.Next(2) == 0);
        hospital.WithRole("lab", fallback: Pick([null, "house"])).WithRole("ward", fallback: Pick([null, "lab"]), device: _chance.Next(3) == 0);
        foreach (var person in People)
        {
            hospital.Person(person);
            for (var i = _chance.Next(3); i > 0; i--)
            {
                hospital.On(Pick([.. Roles, "desk"]), person, _chance.Next(1, 4), Minute() - 60, Minute());
            }

            _ = _chance.Next(6) switch
            {
                0 => hospital.Unreachable(person),
                1 => hospital.Dispatcher(person),
                2 => hospital.On("ward", person),
                3 => hospital.Has(person, [.. Kinds.Where(_ => _chance.Next(2) == 0)]),
                _ => hospital,
            };
            for (var i = _chance.Next(3); i > 0; i--)
            {
                hospital.Prefers(person, Pick(Enum.GetValues<Urgency>()), Pick(Kinds), _chance.Next(-10, 900));
            }
        }

        return hospital;
    }

    private EscalationPolicy? Policy(TestHospital hospital) => _chance.Next(3) == 0
        ? null
        : Within(Policies.Of([.. Enumerable.Range(0, _chance.Next(0, 5)).Select(_ => Step(hospital))]));

    private EscalationPolicy Within(EscalationPolicy policy) => _chance.Next(2) == 0 ? policy : policy.Within(Pick([1, 4, 10, 60]));

    private string? Owner() => Story.State.Acknowledgements.LastOrDefault(a => a.Person is not null)?.Name;

    private Step Step(TestHospital hospital)
    {
        var wait = Pick([0, 1, 5, 60, 600]);
        var step = _chance.Next(6) switch
        {
            0 => Policies.Desk(wait),
            1 => Policies.Role(hospital, Pick(Roles), wait),
            2 => Policies.Backup(hospital, Pick(People), wait),
            _ => Policies.Tier(_chance.Next(1, 4), wait, need: Pick([1, 1, 2, 3]), repeat: Pick([0, 0, 3])),
        };
        return _chance.Next(4) == 0 ? step.And(Step(hospital)) : step;
    }

    private double Minute() => (Story is null ? 0 : (Story.Now - TestHospital.Opening).TotalMinutes) + _chance.Next(-10, 60);

    private T Pick<T>(T[] from) => from[_chance.Next(from.Length)];

    private Outcome Did(string what, Outcome outcome)
    {
        Last = $"{what}: {outcome.GetType().Name}";
        return outcome;
    }

    private Outcome? Did(string what, Func<PageStory> happens)
    {
        Last = what;
        happens();
        return null;
    }
}
