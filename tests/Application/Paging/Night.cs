using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Data.Directory;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Tests.Paging;

/// <summary>A house in which Vera, who has only a telephone, is on first, and one page that calls her.</summary>
internal sealed class Night : IAsyncDisposable
{
    public const string Number = "+15557000";

    private readonly string _role;

    private Night(House house, Person vera, string role) => (House, Vera, _role) = (house, vera, role);

    public House House { get; }

    public Person Vera { get; }

    public PageId Page { get; private set; }

    public PageReference Reference { get; private set; }

    /// <summary>The calls to Vera so far.</summary>
    public IReadOnlyList<OutgoingNotification> Calls => [.. House.Voice.Sent.Where(s => s.Address == Number)];

    /// <param name="outcomeWithinSeconds">What the role's policy wants; null for a role without one.</param>
    public static async Task<Night> OpenAsync(bool verified = true, string? language = null, int? outcomeWithinSeconds = null)
    {
        var house = await House.OpenAsync();
        var vera = await house.Hospital.AddPersonAsync("N7", house.Hospital.Method(ContactMethodKind.Voice, Number, verified));
        await house.Hospital.ChangeAsync(vera with { Language = language });
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        var role = outcomeWithinSeconds is { } seconds ? await house.Hospital.AddRoleAsync("night/duty", await PolicyAsync(house, seconds)) : house.Cardiology;
        await house.Hospital.PutOnAsync(role, vera);
        await house.Hospital.PutOnAsync(role, house.Ben, tier: 2);
        return new Night(house, vera, role.Code);
    }

    /// <summary>Pages the role, which calls Vera at once.</summary>
    public async Task PageAsync(string urgency = "urgent")
    {
        var sent = (await House.SendAsync(House.Request(urgency, _role))).Value!;
        _ = PageReference.TryParse(sent.Reference, out var reference);
        (Page, Reference) = (new PageId(sent.Id), reference);
        await House.DeliverAsync();
    }

    /// <summary>The call is answered, or a key pressed in it.</summary>
    public Task<VoiceReply> AnswerAsync(string? key = null, string called = Number, string callId = "Voice1", int attempt = 1, NotificationId? notification = null) =>
        House.Get<AnswerVoice>().RunAsync(new VoiceAnswer(notification ?? Calls[0].Id, attempt, callId, called, key), CancellationToken.None);

    public async Task<(string Words, string? WhenSilent)> HeardAsync()
    {
        var heard = await AnswerAsync();
        return (heard.Words, heard.WhenSilent);
    }

    /// <summary>The provider says that the call is over.</summary>
    public Task EndAsync() => House.Get<RecordReceipt>().RunAsync(
        new DeliveryReceipt(ContactMethodKind.Voice, "Voice1", DeliveryStatus.FailedForNow, "Voice: answered, nothing pressed", Calls[0].Id, 1), CancellationToken.None);

    public async Task<Escalation> EscalationAsync() => (await House.LoadAsync(Page)).Escalation;

    public Task<IReadOnlyList<PageEvent>> TrailAsync() => House.TrailAsync(Page);

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private static async Task<PolicyId> PolicyAsync(House house, int outcomeWithinSeconds)
    {
        var policy = new EscalationPolicy(
            new PolicyId(new Guid(7, 7, 7, new byte[8])), "night", "Night",
            [new Step(120, [new StepTarget(TargetKind.Tier, Tier: 1)]), new Step(120, [new StepTarget(TargetKind.Tier, Tier: 2)])], outcomeWithinSeconds);
        var audit = new AuditEntry(house.Time.GetCurrentInstant(), "system", "policy.put", "test", "{}");
        await new PolicyStore(house.Database).SaveAsync(policy, isNew: true, audit, CancellationToken.None);
        return policy.Id;
    }
}
