using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Application.Presets;
using OnCall.Application.Tests.Support;
using OnCall.Data;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Presets;

/// <summary>A code team of three roles: cardiology, where Anna is on; anaesthesia, where Carl is; and the theatre, which nobody is on.</summary>
public sealed class SetOffPresetStories
{
    private static readonly Caller Admin = new("person:ADMIN", null, "Ada Admin", [new Grant(Permission.Admin, null)]);

    [Fact]
    public async Task One_press_pages_every_role_and_each_page_says_where_and_what()
    {
        await using var house = await OpenAsync();

        var answer = await SetOffAsync(house, "k");
        await house.DeliverAsync();

        Assert.True(answer.IsNew);
        Assert.True(answer.Value!.Complete);
        Assert.Equal(["cardiology/duty", "anaesthesia", "theatre"], answer.Value.Roles.Select(r => r.Role.Code));
        Assert.All(answer.Value.Roles, r => Assert.Equal(("code", "ICU bed 4 – Cardiac arrest: Bring the trolley", "555 0199"), (r.Page!.Urgency, r.Page.Subject, r.Page.Callback)));
        Assert.Equal(["N1", "N5"], answer.Value.Roles.Take(2).Select(r => r.Page!.Responders[0].Person.EmployeeNo));
        Assert.Contains(house.Sms.Sent, s => s.Address == house.Anna.ContactMethods[0].Address);
        Assert.DoesNotContain(house.Sms.Sent, s => $"{s}".Contains("ICU", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_nobody_is_on_goes_to_its_fallback_and_is_not_left_out()
    {
        await using var house = await OpenAsync();

        var theatre = (await SetOffAsync(house, "k")).Value!.Roles[2].Page!;

        Assert.Equal(["N5"], theatre.Responders.Select(r => r.Person.EmployeeNo));
        Assert.Contains(theatre.Events, e => e.Kind == "uncovered");
    }

    [Fact]
    public async Task Pressed_twice_it_pages_nobody_twice_and_answers_the_pages_as_they_are_now()
    {
        await using var house = await OpenAsync();
        var first = await SetOffAsync(house, "k");
        await house.Get<CancelPage>().RunAsync(House.Lab, new PageId(first.Value!.Roles[0].Page!.Id), null, CancellationToken.None);

        var again = await SetOffAsync(house, "k");

        Assert.False(again.IsNew);
        Assert.Equal(Ids(first.Value), Ids(again.Value!));
        Assert.Equal("cancelled", again.Value!.Roles[0].Page!.State);
        Assert.Equal(3, await PagesAsync(house));
        Assert.Single(await AuditsAsync(house, "preset.set-off"));
    }

    [Fact]
    public async Task Of_many_presses_at_one_moment_each_role_has_one_page()
    {
        await using var house = await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SetOffAsync(house, "k"))));

        Assert.All(answers, a => Assert.Equal(Ids(answers[0].Value!), Ids(a.Value!)));
        Assert.Equal(3, await PagesAsync(house));
    }

    [Fact]
    public async Task Where_one_page_cannot_be_written_the_others_go_and_the_answer_says_which_is_missing_until_it_is_pressed_again()
    {
        await using var house = await OpenAsync();
        var broken = true;
        await using var node = await WithoutAnaesthesiaAsync(house, () => broken);

        var first = await SetOffAsync(node, "k");
        broken = false;
        var again = await SetOffAsync(node, "k");

        Assert.True(first.IsNew);
        Assert.False(first.Value!.Complete);
        Assert.Equal([null, "page-not-written", null], first.Value.Roles.Select(r => r.Problem?.Type));
        Assert.Equal([true, false, true], first.Value.Roles.Select(r => r.Page is not null));
        Assert.True(again.Value!.Complete);
        Assert.Equal(first.Value.Roles[0].Page!.Id, again.Value.Roles[0].Page!.Id);
        Assert.Equal(3, await PagesAsync(house));
        Assert.Contains(await AuditsAsync(house, "preset.set-off"), d => d.Contains("page-not-written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_page_may_have_been_written_nobody_is_told_that_the_role_was_not_paged()
    {
        await using var house = await OpenAsync();
        var (broken, together) = (true, new List<RoleId>());
        await using var node = await WithoutAnaesthesiaAsync(house, () => broken, new OutcomeUnknownException("It broke off in the commit."), together);

        var first = await SetOffAsync(node, "k");
        broken = false;

        // Pages that were written together are unknown together: most often it is one alone.
        foreach (var line in first.Value!.Roles)
        {
            var role = (await house.Hospital.Directory.FindRoleAsync(line.Role.Code, CancellationToken.None))!.Id;
            Assert.Equal(together.Contains(role) ? "page-not-known" : null, line.Problem?.Type);
        }

        Assert.Equal("page-not-known", first.Value.Roles[1].Problem?.Type);
        Assert.True((await SetOffAsync(node, "k")).Value!.Complete);
    }

    [Fact]
    public async Task Pressed_again_while_the_database_is_away_it_does_not_say_that_a_role_was_not_paged_which_was()
    {
        await using var house = await OpenAsync();
        var broken = false;
        await using var node = await WithoutAnaesthesiaAsync(house, () => broken, new DatabaseAwayException("It does not answer."));
        await SetOffAsync(node, "k");
        broken = true;

        var again = await SetOffAsync(node, "k");

        Assert.Equal("page-not-known", again.Value!.Roles[1].Problem?.Type);
        Assert.Equal(3, await PagesAsync(house));
    }

    [Fact]
    public async Task The_rest_of_a_team_is_not_sent_to_another_place()
    {
        await using var house = await OpenAsync();
        var broken = true;
        await using var node = await WithoutAnaesthesiaAsync(house, () => broken);
        await SetOffAsync(node, "k");
        broken = false;

        var elsewhere = await SetOffAsync(node.GetRequiredService<SetOffPreset>(), "k", new SetOffRequest("Ward 7", "555 0199"));

        Assert.Equal("idempotency-key-reused", elsewhere.Refusal!.Type);
        Assert.Equal(2, await PagesAsync(house));
        Assert.True((await SetOffAsync(node, "k")).Value!.Complete);
    }

    [Fact]
    public async Task Where_no_page_can_be_written_it_fails_aloud()
    {
        await using var house = await OpenAsync();
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, _ => throw new IOException("It cannot be written."));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await Assert.ThrowsAsync<IOException>(() => SetOffAsync(node, "k"));
    }

    [Fact]
    public async Task A_role_that_is_gone_by_the_time_of_its_page_is_named_and_the_others_are_paged()
    {
        await using var house = await OpenAsync();
        await using var node = house.OtherNode(services => services.AddSingleton<IDirectoryReads>(new CountingDirectory(house.Hospital.Directory, without: "anaesthesia")));

        var answer = await SetOffAsync(node, "k");

        Assert.Equal([null, "unknown-role", null], answer.Value!.Roles.Select(r => r.Problem?.Type));
        Assert.Equal(2, await PagesAsync(house));
    }

    [Fact]
    public async Task Where_not_one_role_can_be_paged_the_press_is_refused_and_says_why()
    {
        await using var house = await OpenAsync();
        await PutAsync(house, Request() with { Roles = ["anaesthesia"] });
        await using var node = house.OtherNode(services => services.AddSingleton<IDirectoryReads>(new CountingDirectory(house.Hospital.Directory, without: "anaesthesia")));

        var answer = await SetOffAsync(node, "k");

        Assert.Equal("nobody-paged", answer.Refusal!.Type);
        Assert.Equal(["unknown-role"], Assert.IsType<List<SetOffLine>>(answer.Refusal.Extras["roles"]).Select(l => l.Problem!.Type));
        Assert.Equal(0, await PagesAsync(house));
    }

    [Fact]
    public async Task The_same_key_for_another_place_is_refused_and_pages_nobody()
    {
        await using var house = await OpenAsync();
        await SetOffAsync(house, "k");

        var other = await SetOffAsync(house, "k", new SetOffRequest("Ward 7"));

        Assert.Equal("idempotency-key-reused", other.Refusal!.Type);
        Assert.Equal(3, await PagesAsync(house));
    }

    [Fact]
    public async Task One_that_is_not_active_or_was_removed_pages_nobody_and_says_so()
    {
        await using var house = await OpenAsync();
        await PutAsync(house, Request() with { Active = false });
        Assert.Equal("preset-not-active", (await SetOffAsync(house, "k")).Refusal!.Type);

        Assert.True((await house.Get<RemovePreset>().RunAsync(Admin, "arrest", CancellationToken.None)).Ok);

        Assert.Equal("unknown-preset", (await SetOffAsync(house, "k")).Refusal!.Type);
        Assert.Equal(0, await PagesAsync(house));
    }

    [Theory]
    [InlineData(null, null, "where")]
    [InlineData(" ", null, "where")]
    [InlineData("Ward\n7", null, "where")]
    [InlineData("Ward 7", "Mrs Smith", "callback")]
    public async Task Without_a_place_or_with_a_callback_that_is_no_number_it_pages_nobody(string? where, string? callback, string field)
    {
        await using var house = await OpenAsync();

        var answer = await SetOffAsync(house, "k", new SetOffRequest(where, callback));

        Assert.Equal([field], answer.Refusal!.Errors.Select(e => e.Field));
        Assert.Equal(0, await PagesAsync(house));
    }

    [Fact]
    public async Task Whoever_may_not_page_a_role_may_not_set_off_a_preset_and_a_key_is_needed()
    {
        await using var house = await OpenAsync();
        var auditor = TestHospital.CallerOf(house.Ben, new Grant(Permission.Auditor, null));

        Assert.Equal(RefusalKind.Forbidden, (await house.Get<SetOffPreset>().RunAsync(auditor, "k", "arrest", new SetOffRequest("ICU"), CancellationToken.None)).Refusal!.Kind);
        Assert.Equal("idempotency-key-missing", (await SetOffAsync(house, " ")).Refusal!.Type);
        Assert.Equal(0, await PagesAsync(house));
    }

    [Fact]
    public async Task Whoever_pressed_reads_what_became_of_it_by_the_key_of_the_press()
    {
        await using var house = await OpenAsync();
        var set = await SetOffAsync(house, "k");

        var read = await house.Get<ReadSetOff>().RunAsync(House.Lab, "k", "arrest", CancellationToken.None);
        var others = await house.Get<ReadSetOff>().RunAsync(house.Dispatcher, "k", "arrest", CancellationToken.None);

        Assert.True(read.Value!.Complete);
        Assert.Equal(Ids(set.Value!), Ids(read.Value));
        Assert.Equal("unknown-press", others.Refusal!.Type);
    }

    private static PutPresetRequest Request() =>
        new("arrest", "Cardiac arrest", "code", ["cardiology/duty", "Role anaesthesia", "theatre"], Subject: "Bring the trolley");

    private static async Task<House> OpenAsync()
    {
        var house = await House.OpenAsync();
        var carl = await house.Hospital.AddPersonAsync("N5", house.Hospital.Method(ContactMethodKind.Sms));
        var anaesthesia = await house.Hospital.AddRoleAsync("anaesthesia");
        await house.Hospital.PutOnAsync(anaesthesia, carl);
        await house.Hospital.AddRoleAsync("theatre", fallback: anaesthesia.Id);
        await PutAsync(house, Request());
        return house;
    }

    private static async Task PutAsync(House house, PutPresetRequest request) => Assert.True((await house.Get<PutPreset>().RunAsync(Admin, request, CancellationToken.None)).Ok);

    // A node that cannot write the page of one role, for as long as it is broken, nor those that it would write together with it.
    private static async Task<ServiceProvider> WithoutAnaesthesiaAsync(House house, Func<bool> broken, Exception? error = null, List<RoleId>? together = null)
    {
        var role = (await house.Hospital.Directory.FindRoleAsync("anaesthesia", CancellationToken.None))!.Id;
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, accepted =>
        {
            if (broken() && accepted.Any(a => a.Page.Role == role))
            {
                together?.AddRange(accepted.Select(a => a.Page.Role));
                throw error ?? new IOException("It cannot be written.");
            }

            return Task.CompletedTask;
        });
        return house.OtherNode(services => services.AddSingleton<IPageStore>(pages));
    }

    private static Task<Answer<SetOffView>> SetOffAsync(House house, string key, SetOffRequest? request = null) => SetOffAsync(house.Get<SetOffPreset>(), key, request);

    private static Task<Answer<SetOffView>> SetOffAsync(ServiceProvider node, string key) => SetOffAsync(node.GetRequiredService<SetOffPreset>(), key, null);

    private static Task<Answer<SetOffView>> SetOffAsync(SetOffPreset setOff, string key, SetOffRequest? request) =>
        setOff.RunAsync(House.Lab, key, "arrest", request ?? new SetOffRequest(" ICU bed 4", "555 0199"), CancellationToken.None);

    private static IEnumerable<Guid> Ids(SetOffView view) => view.Roles.Select(r => r.Page!.Id);

    private static async Task<int> PagesAsync(House house) => (await house.Get<IPageStore>().ListAsync(new PageFilter(null, null, null, null, 100), CancellationToken.None)).Count;

    private static async Task<IReadOnlyList<string>> AuditsAsync(House house, string action) =>
        [.. (await house.Database.ReadAsync(c => Dapper.SqlMapper.QueryAsync<string>(c, "select detail from audit_entry where action = @action", new { action }), CancellationToken.None))];
}
