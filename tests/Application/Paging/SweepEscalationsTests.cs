using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class SweepEscalationsTests
{
    [Fact]
    public async Task Unanswered_pages_reach_step_two_together_and_once()
    {
        await using var house = await House.OpenAsync();
        for (var i = 0; i < 250; i++)
        {
            await house.PageAsync();
        }

        house.Time.Advance(Duration.FromMinutes(2));

        Assert.Equal(250, await house.SweepAsync());
        Assert.Equal(0, await house.SweepAsync());
        var pages = await house.Get<IPageStore>().ListAsync(new PageFilter(PageState.Open, null, null, null, 1000), CancellationToken.None);
        Assert.All(pages, p => Assert.Equal(1, p.Escalation.StepIndex));
    }

    [Fact]
    public async Task One_page_that_cannot_be_advanced_does_not_hold_up_the_others()
    {
        await using var house = await House.OpenAsync();
        var (first, _) = await house.PageAsync();
        var (broken, _) = await house.PageAsync();
        var (last, _) = await house.PageAsync();
        await house.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update escalation set state = '{' where page_id = @broken", new { broken }, transaction), CancellationToken.None);

        house.Time.Advance(Duration.FromMinutes(2));
        Assert.Equal(2, await house.SweepAsync());

        Assert.Equal(1, (await house.LoadAsync(first)).Escalation.StepIndex);
        Assert.Equal(1, (await house.LoadAsync(last)).Escalation.StepIndex);
    }

    [Fact]
    public async Task Where_the_database_is_too_slow_for_a_batch_fewer_pages_are_decided_at_once()
    {
        await using var house = await House.OpenAsync();
        for (var i = 0; i < 16; i++)
        {
            await house.PageAsync();
        }

        house.Time.Advance(Duration.FromMinutes(2));
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, beforeSave: changes => house.Time.Advance(Duration.FromSeconds(changes.Count)));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        // No sweep goes on long after its claims have ended: what is most urgent is claimed first by the next.
        var (sweep, moved) = (node.GetRequiredService<SweepEscalations>(), 0);
        for (var sweeps = 0; moved < 16 && sweeps < 12; sweeps++)
        {
            var began = house.Time.GetCurrentInstant();
            moved += await sweep.RunAsync(CancellationToken.None);
            Assert.InRange(house.Time.GetCurrentInstant() - began, Duration.Zero, Duration.FromSeconds(30));
            house.Time.Advance(Duration.FromSeconds(10));
        }

        Assert.Equal(16, moved);
    }

    [Fact]
    public async Task Beside_a_page_that_cannot_be_advanced_the_others_go_on_however_slow_the_database_is()
    {
        await using var house = await House.OpenAsync();
        var sent = new List<PageId>();
        for (var i = 0; i < 16; i++)
        {
            sent.Add((await house.PageAsync()).Id);
        }

        house.Time.Advance(Duration.FromMinutes(2));
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, beforeSave: changes =>
        {
            house.Time.Advance(Duration.FromSeconds(4));
            if (changes.Any(c => c.Next.Page == sent[0]))
            {
                throw new InvalidDataException("This one cannot be written.");
            }
        });
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        Assert.Equal(15, await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 2)]
    [InlineData(3, 3)]
    [InlineData(35, 2)]
    public async Task Many_batches_beside_each_other_leave_nothing_and_do_nothing_twice(int batch, int together)
    {
        await using var house = await House.OpenAsync();
        var sent = new List<PageId>();
        for (var i = 0; i < 35; i++)
        {
            sent.Add((await house.PageAsync()).Id);
        }

        await house.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update escalation set state = '{' where page_id = @broken", new { broken = sent[17] }, transaction), CancellationToken.None);
        house.Time.Advance(Duration.FromMinutes(2));
        await using var node = house.OtherNode(services => services.AddSingleton(new SweepSizes(batch, together)));

        Assert.Equal(34, await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None));

        sent.RemoveAt(17);
        foreach (var page in sent)
        {
            Assert.Equal(1, (await house.LoadAsync(page)).Escalation.StepIndex);
            Assert.Single(await house.TrailAsync(page), e => e.Person == house.Ben.Id && e.Kind == PageEventKind.Notified);
        }
    }

    [Fact]
    public async Task A_roster_that_changes_under_way_is_read_again_at_once()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Time.Advance(Duration.FromMinutes(2));
        var pages = new Interrupted(house.Get<IPageStore>(), () => house.Hospital.PutOnAsync(house.Cardiology, house.Dora, tier: 2));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        Assert.Equal(1, await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None));

        var asked = (await house.LoadAsync(page)).Escalation.Responders.Select(r => r.Person);
        Assert.Equivalent(new[] { house.Anna.Id, house.Ben.Id, house.Dora.Id }, asked, strict: true);
    }

    [Fact]
    public async Task An_acknowledgement_under_way_is_not_overrun()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        house.Time.Advance(Duration.FromMinutes(2));
        var pages = new Interrupted(
            house.Get<IPageStore>(),
            () => house.Get<AcknowledgePage>().RunAsync(house.Dispatcher, page, new AcknowledgeRequest(), CancellationToken.None));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None);

        var escalation = (await house.LoadAsync(page)).Escalation;
        Assert.Equal((EscalationPhase.Acknowledged, 0), (escalation.Phase, escalation.StepIndex));
    }

    [Fact]
    public async Task A_node_that_died_in_the_sweep_is_stood_in_for_when_its_claim_ends()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var due = house.Time.GetCurrentInstant() + Duration.FromMinutes(2);
        house.Time.Advance(Duration.FromMinutes(2));
        Assert.Single(await house.Get<IPageStore>().ClaimDueAsync("dead", due, due + Duration.FromSeconds(10), 100, CancellationToken.None));

        Assert.Equal(0, await house.SweepAsync());
        house.Time.Advance(Duration.FromSeconds(10));
        Assert.Equal(1, await house.SweepAsync());
        Assert.Equal(1, (await house.LoadAsync(page)).Escalation.StepIndex);
    }

    [Fact]
    public async Task Whoever_comes_on_shift_is_asked_by_the_sweep_that_a_publication_calls_for()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        await house.Hospital.PutOnAsync(house.Cardiology, house.Dora);

        Assert.Equal(1, await house.SweepAsync());

        var responders = (await house.LoadAsync(page)).Escalation.Responders.ToDictionary(r => r.Person, r => r.Standing);
        Assert.Equal((Standing.ShiftEnded, Standing.Notified), (responders[house.Anna.Id], responders[house.Dora.Id]));
    }
}
