using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class SendPageTests
{
    [Fact]
    public async Task A_page_asks_whoever_is_on_and_is_sent_at_once()
    {
        await using var house = await House.OpenAsync();

        var sent = await house.SendAsync();
        await house.DeliverAsync();

        Assert.True(sent.IsNew);
        Assert.Equal(("open", 1), (sent.Value!.State, sent.Value.Step));
        Assert.Equal(["N1"], sent.Value.Responders.Select(r => r.Person.EmployeeNo));
        Assert.Equal(house.Anna.ContactMethods[0].Address, Assert.Single(house.Sms.Sent).Address);
        Assert.True(house.Signal.Rung > 0);
    }

    [Theory]
    [InlineData("urgent", "cardiology/duty")]
    [InlineData("code", "cardiology/duty")]
    [InlineData("routine", "desk")]
    public async Task What_is_answered_is_the_page_as_it_is_then_read(string urgency, string role)
    {
        await using var house = await House.OpenAsync();
        var sender = TestHospital.CallerOf(house.Ben);

        var sent = await house.SendAsync(House.Request(urgency, role), caller: sender);

        Assert.Equivalent(await house.Get<PageReader>().ViewAsync(new PageId(sent.Value!.Id), CancellationToken.None), sent.Value, strict: true);
    }

    [Fact]
    public async Task A_role_is_found_by_its_new_name_at_once_and_no_longer_by_its_old_one()
    {
        await using var house = await House.OpenAsync();
        Assert.True((await house.SendAsync(House.Request(role: "Role cardiology/duty"))).IsNew);

        await house.Hospital.ChangeAsync(house.Cardiology with { Name = "Heart" });

        Assert.Equal("unknown-role", (await house.SendAsync(House.Request(role: "Role cardiology/duty"))).Refusal!.Type);
        Assert.True((await house.SendAsync(House.Request(role: "Heart"))).IsNew);
    }

    [Fact]
    public async Task The_same_key_again_answers_the_same_page_as_it_is_now()
    {
        await using var house = await House.OpenAsync();
        var first = await house.SendAsync(key: "k");
        await house.Get<CancelPage>().RunAsync(House.Lab, new(first.Value!.Id), null, CancellationToken.None);

        var again = await house.SendAsync(key: "k");

        Assert.Equal((first.Value.Id, "cancelled", false), (again.Value!.Id, again.Value.State, again.IsNew));
    }

    [Fact]
    public async Task Of_many_sent_together_one_that_cannot_be_written_takes_no_other_with_it()
    {
        await using var house = await House.OpenAsync();
        var gate = new TaskCompletionSource();
        var groups = new List<int>();
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, async accepted =>
        {
            groups.Add(accepted.Count);
            await (groups.Count == 1 ? gate.Task : Task.CompletedTask);
            if (accepted.Any(a => a.Page.Subject == "broken"))
            {
                throw new IOException("It cannot be written.");
            }
        });
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));
        var send = node.GetRequiredService<SendPage>();
        string[] subjects = ["first", "a", "b", "broken", "c"];

        var sending = subjects.Select(subject => Task.Run(() => send.RunAsync(House.Lab, subject, House.Request() with { Subject = subject }, CancellationToken.None))).ToList();
        while (groups.Count == 0)
        {
            await Task.Yield();
        }

        gate.SetResult();
        var broken = await Assert.ThrowsAsync<IOException>(() => sending[3]);
        Assert.Equal("It cannot be written.", broken.Message);
        sending.RemoveAt(3);
        Assert.All(await Task.WhenAll(sending), answer => Assert.True(answer.IsNew));
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(true, 6, 9)]
    [InlineData(false, 6, 11)]
    public async Task On_a_slow_database_a_page_is_decided_anew_and_else_the_sender_hears_that_it_is_not_sent(bool sent, params int[] seconds)
    {
        await using var house = await House.OpenAsync();
        var slow = new Queue<int>(seconds);
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, _ =>
        {
            house.Time.Advance(Duration.FromSeconds(slow.TryDequeue(out var longer) ? longer : 0));
            return Task.CompletedTask;
        });
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var sending = node.GetRequiredService<SendPage>().RunAsync(House.Lab, "k", House.Request(), CancellationToken.None);

        if (!sent)
        {
            Assert.False((await Assert.ThrowsAsync<StoreSlowException>(() => sending)).MayBeWritten);
        }

        Assert.Equal(sent, sent && (await sending).IsNew);
        Assert.Equal(sent ? 1 : 0, (await house.Get<IPageStore>().ListAsync(new PageFilter(PageState.Open, null, null, null, 10), CancellationToken.None)).Count);
    }

    [Fact]
    public async Task However_slow_the_database_is_a_page_that_was_sent_is_never_denied()
    {
        await using var house = await House.OpenAsync();
        var first = await house.SendAsync(key: "k");
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, _ =>
        {
            house.Time.Advance(Duration.FromSeconds(20));
            return Task.CompletedTask;
        });
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var again = await node.GetRequiredService<SendPage>().RunAsync(House.Lab, "k", House.Request(), CancellationToken.None);

        Assert.Equal((first.Value!.Id, false), (again.Value!.Id, again.IsNew));
    }

    [Fact]
    public async Task A_replay_of_a_role_that_is_gone_answers_the_page()
    {
        await using var house = await House.OpenAsync();
        var first = await house.SendAsync(key: "k");
        await house.Hospital.ChangeAsync(house.Cardiology with { Code = "other", Name = "Other" });

        var again = await house.SendAsync(key: "k");

        Assert.Equal((first.Value!.Id, false), (again.Value!.Id, again.IsNew));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_sends_nothing()
    {
        await using var house = await House.OpenAsync();
        await house.SendAsync(key: "k");

        var other = await house.SendAsync(House.Request("code"), key: "k");

        Assert.Equal((RefusalKind.Conflict, "idempotency-key-reused"), (other.Refusal!.Kind, other.Refusal.Type));
        Assert.Single(await house.Get<IPageStore>().ListAsync(new PageFilter(null, null, null, null, 10), CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_replays_at_one_moment_all_are_answered_with_one_page()
    {
        await using var house = await House.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.SendAsync(key: "k"))));

        Assert.Single(answers.Select(a => a.Value!.Id).Distinct());
        Assert.Single(answers, a => a.IsNew);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_page_without_a_key_is_unreadable(string? key)
    {
        await using var house = await House.OpenAsync();
        Assert.Equal(RefusalKind.Unreadable, (await house.Get<SendPage>().RunAsync(House.Lab, key, House.Request(), CancellationToken.None)).Refusal!.Kind);
    }

    [Fact]
    public async Task An_unknown_role_is_not_found()
    {
        await using var house = await House.OpenAsync();
        Assert.Equal("unknown-role", (await house.SendAsync(House.Request(role: "cardiolgy"))).Refusal!.Type);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_named_field_by_field_in_one_answer()
    {
        await using var house = await House.OpenAsync();
        var request = new SendPageRequest(
            "", "soon", new string('s', 201), new string('b', 4001), new string('p', 101), "call Dr Lee", [.. Enumerable.Repeat("Yes", 8), new string('r', 61)]);

        var answer = await house.SendAsync(request);

        Assert.Equal(RefusalKind.Invalid, answer.Refusal!.Kind);
        Assert.Equivalent(
            new[] { "role", "urgency", "subject", "body", "patientRef", "callback", "replies", "replies[8]" },
            answer.Refusal.Errors.Select(e => e.Field), strict: true);
    }

    [Theory]
    [InlineData("+32 9 332 21 11", true)]
    [InlineData("*21# ext 400", true)]
    [InlineData("Mrs Smith 4711", false)]
    public async Task A_callback_is_a_number_and_nothing_else(string callback, bool taken)
    {
        await using var house = await House.OpenAsync();
        Assert.Equal(taken, (await house.SendAsync(House.Request() with { Callback = callback })).Ok);
    }

    [Fact]
    public async Task Without_anybody_on_the_desk_is_asked_and_the_sender_is_told()
    {
        await using var house = await House.OpenAsync();
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);

        var sent = await house.SendAsync();

        Assert.True(sent.Value!.AtDesk);
        Assert.Equal(["D1"], sent.Value.Responders.Select(r => r.Person.EmployeeNo));
        Assert.Contains(sent.Value.Events, e => e.Kind == "uncovered");
    }

    [Fact]
    public async Task Nothing_that_leaves_the_building_holds_what_the_page_says()
    {
        await using var house = await House.OpenAsync();
        await house.SendAsync(House.Request() with { Subject = "CANARY", Body = "CANARY", PatientRef = "CANARY", Replies = ["CANARY"] });
        await house.DeliverAsync();
        Assert.DoesNotContain("CANARY", $"{Assert.Single(house.Sms.Sent)}", StringComparison.Ordinal);
    }
}
