using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Application.Tests.Paging;

/// <summary>Another transaction holds a page that a sweep is to advance, and all others go on.</summary>
public sealed class HeldPageTests
{
    [Fact]
    public async Task Beside_a_page_that_another_transaction_holds_half_of_the_others_go_on_at_once_and_all_soon()
    {
        await using var house = await House.OpenAsync();
        var sent = new List<PageId>();
        for (var i = 0; i < 16; i++)
        {
            sent.Add((await house.PageAsync()).Id);
        }

        house.Time.Advance(Duration.FromMinutes(2));
        var (began, saved) = (house.Time.GetCurrentInstant(), new List<Duration>());
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask)
        {
            NotSaved = changes =>
            {
                if (changes.Any(c => c.Next.Page == sent[5]))
                {
                    house.Time.Advance(Duration.FromSeconds(1));
                    return NotWritten.Blocked;
                }

                saved.AddRange(changes.Select(_ => house.Time.GetCurrentInstant() - began));
                return null;
            },
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        Assert.Equal(15, await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None));

        Assert.True(saved.Count(at => at <= Duration.FromSeconds(2)) >= 8, $"after {string.Join(", ", saved)}");
        Assert.True(saved.TrueForAll(at => at <= Duration.FromSeconds(5)), $"after {string.Join(", ", saved)}");
        Assert.True(house.Time.GetCurrentInstant() - began <= Duration.FromSeconds(6), "what is due next waited for it");
    }

    [Fact]
    public async Task What_falls_due_while_a_batch_is_divided_for_a_page_that_is_held_waits_for_one_part_of_it()
    {
        await using var house = await House.OpenAsync();
        var sent = new List<PageId>();
        for (var i = 0; i < 64; i++)
        {
            sent.Add((await house.PageAsync()).Id);
        }

        house.Time.Advance(Duration.FromSeconds(3));
        var (next, _) = await house.PageAsync();
        house.Time.Advance(Duration.FromSeconds(117));
        var (blocked, due, done) = (0, house.Time.GetCurrentInstant() + Duration.FromSeconds(3), Duration.MaxValue);
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask)
        {
            NotSaved = changes =>
            {
                // Every fourth, for a minute: so many are held that the batch is divided down to each of them.
                if (house.Time.GetCurrentInstant() < due + Duration.FromMinutes(1) && changes.Any(c => sent.IndexOf(c.Next.Page) is var place and >= 0 && place % 4 == 0))
                {
                    blocked++;
                    house.Time.Advance(Duration.FromSeconds(1));
                    return NotWritten.Blocked;
                }

                done = changes.Any(c => c.Next.Page == next) ? house.Time.GetCurrentInstant() - due : done;
                return null;
            },
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var looks = 0;

        // It ends when nobody holds them any more, and looks all the time what is due.
        var sweep = node.GetRequiredService<SweepEscalations>();
        var moved = await sweep.RunAsync(CancellationToken.None, () => looks++);
        if (TestDatabase.IsUsuallyOnServer)
        {
            // There parts are read side by side while time jumps by whole seconds: a claim may end under way, and its pages go on in the next run.
            house.Time.Advance(Duration.FromSeconds(11));
            moved += await sweep.RunAsync(CancellationToken.None);
        }

        Assert.Equal(65, moved);

        // Sixteen parts at a time, of which each takes up to two seconds here, where they wait one after the other.
        Assert.True(blocked > 30, $"{blocked}");
        Assert.True(looks > 4, $"{looks}");
        Assert.True(done <= Duration.FromSeconds(33), $"{done}");
    }

    [Fact]
    public async Task The_most_urgent_pages_of_a_batch_with_one_that_is_held_go_on_before_all_the_others_that_are_due()
    {
        await using var house = await House.OpenAsync();
        var (urgent, others) = (new List<PageId>(), new List<PageId>());
        for (var i = 0; i < 16; i++)
        {
            urgent.Add((await house.PageAsync("code")).Id);
        }

        for (var i = 0; i < 320; i++)
        {
            others.Add((await house.PageAsync()).Id);
        }

        house.Time.Advance(Duration.FromMinutes(2));
        var saved = new List<PageId>();
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask)
        {
            NotSaved = changes =>
            {
                if (changes.Any(c => c.Next.Page == urgent[5]))
                {
                    return NotWritten.Blocked;
                }

                lock (saved)
                {
                    saved.AddRange(changes.Select(c => c.Next.Page));
                }

                return null;
            },
        };
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages).AddSingleton(new SweepSizes(16, 3)));

        await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None);

        var last = urgent.Where(p => p != urgent[5]).Max(p => saved.IndexOf(p));
        Assert.True(last >= 0 && urgent.All(p => p == urgent[5] || saved.Contains(p)));
        Assert.InRange(saved.Take(last).Count(others.Contains), 0, 200);
        Assert.Equal(320, saved.Count(others.Contains));
    }
}
