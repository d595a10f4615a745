using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Data.Directory;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

/// <summary>The database fails, or another transaction holds what is needed, and whoever waits hears what is true.</summary>
public sealed class NotWrittenTests
{
    private const int Long = 1000;

    [Theory]
    [InlineData(AcceptResult.Failed, 19)]
    [InlineData(AcceptResult.Blocked, 4)]
    public async Task A_page_that_is_not_written_at_first_is_sent_when_it_can_be(AcceptResult first, int times)
    {
        await using var house = await House.OpenAsync();
        await using var node = NotAccepting(house, first, times);

        var sent = await SendAsync(node);

        Assert.True(sent.IsNew);
        Assert.Single(await PagesAsync(house));
    }

    [Theory]
    [InlineData(AcceptResult.Failed, false)]
    [InlineData(AcceptResult.Blocked, true)]
    public async Task Of_a_page_that_never_is_the_sender_hears_whether_there_may_be_one_of_its_key(AcceptResult always, bool mayBe)
    {
        await using var house = await House.OpenAsync();
        await using var node = NotAccepting(house, always, Long);

        var told = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(node));

        Assert.Equal(mayBe, Assert.IsType<IStoreAway>(told, exactMatch: false).MayBeWritten);
    }

    [Fact]
    public async Task What_blocked_a_page_was_its_own_first_try_and_the_sender_hears_of_that_page()
    {
        await using var house = await House.OpenAsync();
        var (left, first) = (2, (Answer<PageView>?)null);
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, async _ => first ??= left == 0 ? await house.SendAsync(key: "k") : null)
        {
            NotAccepted = _ => left-- > 0 ? AcceptResult.Blocked : null,
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var again = await SendAsync(node);

        Assert.Equal((first!.Value!.Id, false), (again.Value!.Id, again.IsNew));
        Assert.Single(await PagesAsync(house));
    }

    [Fact]
    public async Task A_policy_that_changes_while_a_page_waits_is_the_one_it_goes_by()
    {
        await using var house = await House.OpenAsync();
        var patient = new EscalationPolicy(new PolicyId(new Guid(3, 3, 3, new byte[8])), "patient", "Patient", [new Step(2700, [new StepTarget(TargetKind.Tier, Tier: 1)])]);
        await new PolicyStore(house.Database).SaveAsync(patient, isNew: true, new AuditEntry(house.Time.GetCurrentInstant(), "system", "policy.put", "policy:patient", "{}"), CancellationToken.None);
        var tries = 0;
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, async _ =>
        {
            if (tries++ == 0)
            {
                await house.Hospital.ChangeAsync(house.Cardiology with { Policy = patient.Id });
            }
        });
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var sent = await SendAsync(node);

        Assert.Equal(2, tries);
        Assert.Equal(2700, (await house.LoadAsync(new PageId(sent.Value!.Id))).Escalation.Steps[0].WaitSeconds);
    }

    [Fact]
    public async Task Of_a_page_that_was_blocked_once_the_sender_never_hears_that_there_is_none()
    {
        await using var house = await House.OpenAsync();
        var tries = 0;
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask) { NotAccepted = _ => tries++ == 0 ? AcceptResult.Blocked : AcceptResult.RosterMoved };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await Assert.ThrowsAsync<PageNotKnownException>(() => SendAsync(node));

        Assert.True(tries > 2, $"{tries}");
    }

    [Fact]
    public async Task Where_the_database_goes_away_after_a_page_was_blocked_the_sender_never_hears_that_there_is_none()
    {
        await using var house = await House.OpenAsync();
        var tries = 0;
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, _ => tries++ == 0 ? Task.CompletedTask : throw new StoreSlowException())
        {
            NotAccepted = static _ => AcceptResult.Blocked,
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await Assert.ThrowsAsync<PageNotKnownException>(() => SendAsync(node));
    }

    [Fact]
    public async Task Where_the_role_is_renamed_after_a_page_was_blocked_the_sender_never_hears_that_there_is_none()
    {
        await using var house = await House.OpenAsync();
        var tries = 0;
        var pages = new Interrupted(
            house.Get<IPageStore>(), static () => Task.CompletedTask, _ => house.Hospital.ChangeAsync(house.Cardiology with { Code = "heart/duty", Name = "Heart", Aliases = [] }))
        {
            NotAccepted = _ => ++tries > 0 ? AcceptResult.Blocked : null,
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await Assert.ThrowsAsync<PageNotKnownException>(() => SendAsync(node));

        Assert.Equal(1, tries);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pages_that_are_held_hold_up_no_page_that_was_only_written_together_with_them()
    {
        await using var house = await House.OpenAsync();
        var (gate, tries) = (new TaskCompletionSource(), new ConcurrentDictionary<string, int>(StringComparer.Ordinal));
        async Task WaitAsync(IReadOnlyList<AcceptedPage> accepted)
        {
            foreach (var page in accepted)
            {
                tries.AddOrUpdate(page.IdempotencyKey, 1, (_, before) => before + 1);
            }

            // As for a lock, from the third try on.
            if (accepted.Any(p => IsHeld(p) && tries[p.IdempotencyKey] > 2))
            {
                Assert.Single(accepted);
                await gate.Task;
            }
        }

        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, WaitAsync)
        {
            NotAccepted = page => (IsHeld(page) && !gate.Task.IsCompleted) || (page.IdempotencyKey == "once" && tries["once"] == 1) ? AcceptResult.Blocked : null,
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));
        var held = Enumerable.Range(0, 20).Select(page => SendAsync(node, $"held {page}")).ToList();
        while (tries.Values.Count(t => t > 2) < 16)
        {
            await Task.Yield();
        }

        Assert.True((await SendAsync(node, "once")).IsNew);
        Assert.True((await SendAsync(node, "free")).IsNew);
        Assert.Equal(2, tries["once"]);
        Assert.DoesNotContain(held, h => h.IsCompleted);
        gate.SetResult();
        Assert.All(await Task.WhenAll(held), h => Assert.True(h.IsNew));

        static bool IsHeld(AcceptedPage page) => page.IdempotencyKey.StartsWith("held", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NotWritten.Failed, false)]
    [InlineData(NotWritten.Blocked, true)]
    public async Task An_acknowledgement_that_is_not_written_is_never_told_that_others_were_quicker_nor_that_it_is_not_there_where_it_may_be(NotWritten always, bool mayBe)
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(
            new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask) { NotSaved = _ => always }));

        var told = await Assert.ThrowsAnyAsync<Exception>(() =>
            node.GetRequiredService<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None));

        Assert.Equal(mayBe, Assert.IsType<IStoreAway>(told, exactMatch: false).MayBeWritten);
        Assert.Empty((await house.LoadAsync(page)).Escalation.Acknowledgements);
    }

    [Fact]
    public async Task Where_the_database_goes_away_after_an_acknowledgement_was_blocked_nobody_hears_that_it_is_not_there()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var tries = 0;
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(
            new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask) { NotSaved = _ => tries++ == 0 ? NotWritten.Blocked : throw new StoreSlowException() }));

        await Assert.ThrowsAsync<PageNotKnownException>(() =>
            node.GetRequiredService<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None));
    }

    private static ServiceProvider NotAccepting(House house, AcceptResult result, int times)
    {
        var left = times;
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask) { NotAccepted = _ => left-- > 0 ? result : null };
        return house.OtherNode(services => services.AddSingleton<IPageStore>(pages));
    }

    private static Task<Answer<PageView>> SendAsync(ServiceProvider node, string key = "k") =>
        node.GetRequiredService<SendPage>().RunAsync(House.Lab, key, House.Request(), CancellationToken.None);

    private static Task<IReadOnlyList<PageRecord>> PagesAsync(House house) =>
        house.Get<IPageStore>().ListAsync(new PageFilter(null, null, null, null, 10), CancellationToken.None);
}
