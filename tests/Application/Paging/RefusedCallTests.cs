using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

/// <summary>Whatever is not the call that was placed, to the number that was proven, takes nothing; the escalation goes on.</summary>
public sealed class RefusedCallTests
{
    private const string NothingTaken = "This number cannot answer that page. Nothing was taken. Call the desk.";

    [Theory]
    [InlineData("another-number", "+15557001", "Voice1", 1)]
    [InlineData("another-call", Night.Number, "Voice9", 1)]
    [InlineData("unknown-attempt", Night.Number, "Voice1", 2)]
    [InlineData("unknown-attempt", Night.Number, "Voice1", 0)]
    public async Task Another_call_takes_nothing(string reason, string called, string callId, int attempt)
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();

        var said = await night.AnswerAsync("1", called, callId, attempt);

        Assert.Equal((NothingTaken, null), (said.Words, said.WhenSilent));
        await RefusedAsync(night, reason);
    }

    [Fact]
    public async Task A_number_that_is_not_verified_hears_the_page_and_takes_nothing()
    {
        await using var night = await Night.OpenAsync(verified: false);
        await night.PageAsync();

        var heard = await night.HeardAsync();
        Assert.EndsWith("You cannot answer on this call. Answer in OnCall, or call the desk.", heard.Words, StringComparison.Ordinal);
        Assert.Null(heard.WhenSilent);
        Assert.Equal(NothingTaken, (await night.AnswerAsync("1")).Words);

        await RefusedAsync(night, "number-shared-or-unverified");
    }

    [Fact]
    public async Task A_number_that_is_proven_only_for_texts_takes_nothing_by_voice()
    {
        await using var night = await Night.OpenAsync(verified: false);
        await night.House.Hospital.ChangeAsync(night.Vera with { ContactMethods = [.. night.Vera.ContactMethods, night.House.Hospital.Method(ContactMethodKind.Sms, Night.Number)] });
        await night.PageAsync();
        await night.House.PassAsync(Duration.FromSeconds(30));

        Assert.Equal(NothingTaken, (await night.AnswerAsync("1")).Words);
        await RefusedAsync(night, "number-shared-or-unverified");
    }

    [Fact]
    public async Task A_number_that_was_taken_from_the_person_meanwhile_takes_nothing()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        await night.House.Hospital.ChangeAsync(night.Vera with { ContactMethods = [] });

        Assert.Equal(NothingTaken, (await night.AnswerAsync("1")).Words);
        await RefusedAsync(night, "number-shared-or-unverified");
    }

    [Fact]
    public async Task A_number_that_two_people_share_takes_nothing()
    {
        await using var night = await Night.OpenAsync();
        await night.House.Hospital.AddPersonAsync("N9", night.House.Hospital.Method(ContactMethodKind.Voice, Night.Number));
        await night.PageAsync();

        Assert.Equal(NothingTaken, (await night.AnswerAsync("1")).Words);
        await RefusedAsync(night, "number-shared-or-unverified");
    }

    [Fact]
    public async Task A_call_that_nobody_placed_is_audited_and_belongs_to_no_page()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        var unknown = new NotificationId(new Guid("00000000-0000-7000-8000-0000000000ff"));

        Assert.Equal(NothingTaken, (await night.AnswerAsync("1", notification: unknown)).Words);

        Assert.Equal([("page:none", "unknown-call")], await AuditAsync(night));
    }

    [Fact]
    public async Task A_text_message_is_no_call()
    {
        await using var night = await Night.OpenAsync();
        await night.House.Hospital.PutOnAsync(night.House.Cardiology, night.House.Anna);
        await night.PageAsync();
        var sms = night.House.Sms.Sent[0];

        Assert.Equal(NothingTaken, (await night.AnswerAsync("1", sms.Address, "Sms1", 1, sms.Id)).Words);

        Assert.Equal("unknown-call", Assert.Single(await AuditAsync(night)).Reason);
    }

    [Fact]
    public async Task A_call_of_long_ago_takes_nothing()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        night.House.Time.Advance(Duration.FromMinutes(10) + Duration.FromMilliseconds(1));

        Assert.Equal(NothingTaken, (await night.AnswerAsync("1")).Words);

        await RefusedAsync(night, "old-call");
    }

    [Fact]
    public async Task The_same_key_delivered_again_means_the_page_it_meant_first_and_never_a_later_one()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        var first = (night.Page, night.Calls[0].Id);
        await night.AnswerAsync("1");
        Assert.Equal("You have it.", (await night.AnswerAsync("1", notification: first.Id)).Words);
        await night.House.Get<ResolvePage>().RunAsync(TestHospital.CallerOf(night.Vera), first.Page, "Seen", CancellationToken.None);
        await night.PageAsync();

        Assert.Equal("This page is closed. Nothing more to do.", (await night.AnswerAsync("1", notification: first.Id)).Words);

        Assert.Empty((await night.EscalationAsync()).Acknowledgements);
        Assert.Single((await night.House.LoadAsync(first.Page)).Escalation.Acknowledgements);
    }

    [Fact]
    public async Task The_same_key_delivered_again_does_not_take_a_page_that_was_opened_again()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        await night.AnswerAsync("1");
        await night.House.Get<ReroutePage>().RunAsync(night.House.Dispatcher, night.Page, "cardiology/duty", CancellationToken.None);
        Assert.True((await night.EscalationAsync()).IsOpen);

        await night.AnswerAsync("1");

        Assert.Empty((await night.EscalationAsync()).Acknowledgements);
    }

    private static async Task RefusedAsync(Night night, string reason)
    {
        Assert.Equal([($"page:{night.Page}", reason)], await AuditAsync(night));
        Assert.Contains(await night.TrailAsync(), e => e.Kind == PageEventKind.Refused && e.Channel == ContactMethodKind.Voice);
        Assert.Empty((await night.EscalationAsync()).Acknowledgements);
        await night.House.PassAsync(Duration.FromMinutes(2));
        Assert.Contains((await night.EscalationAsync()).Responders, r => r.Person == night.House.Ben.Id);
        Assert.True((await night.EscalationAsync()).IsOpen);
    }

    private static async Task<List<(string Subject, string Reason)>> AuditAsync(Night night)
    {
        var entries = await night.House.Database.ReadAsync(
            connection => connection.QueryAsync<(string Subject, string Detail)>("select subject, detail from audit_entry where action = 'page.answer-refused' and actor = 'voice'"),
            CancellationToken.None);
        return [.. entries.Select(e => (e.Subject, System.Text.Json.JsonDocument.Parse(e.Detail).RootElement.GetProperty("reason").GetString()!))];
    }
}
