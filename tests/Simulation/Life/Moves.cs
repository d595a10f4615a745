using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Channels.Sms;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Houses;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>Everything that people can do to a page, by the use cases that the screens and webhooks call. Each is written down with its answer.</summary>
internal sealed class Moves(Front front, House house, Chance chance, Sight sight)
{
    private const int MostTries = 3;
    private int _messages;

    public Task AcknowledgeAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.Acknowledge, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<AcknowledgePage>().RunAsync(house.CallerOf(by), page, new AcknowledgeRequest(Reply: Words(), ReadBack: ReadBack()), CancellationToken.None));

    public Task CalledInAsync(Person dispatcher, Person by, PageId page) => MakeAsync(
        new Act(ActKind.Acknowledge, page, by.Id, front.Outside.Loop.Now) { EnteredBy = dispatcher.Id },
        node => node.Get<AcknowledgePage>().RunAsync(
            house.CallerOf(dispatcher), page, new AcknowledgeRequest(by.EmployeeNo, Words(), ReadBack()), CancellationToken.None));

    public Task DeclineAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.Decline, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<DeclinePage>().RunAsync(house.CallerOf(by), page, Words(), CancellationToken.None));

    public Task EscalateAsync(Caller by, PageId page) => MakeAsync(
        new Act(ActKind.Escalate, page, by.Person, front.Outside.Loop.Now),
        node => node.Get<EscalatePage>().RunAsync(by, page, CancellationToken.None));

    public Task TakeOverAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.TakeOver, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<TakeOverPage>().RunAsync(house.CallerOf(by), page, CancellationToken.None));

    public Task RerouteAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.Reroute, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<ReroutePage>().RunAsync(house.CallerOf(by), page, chance.Pick(house.Roles).Code, CancellationToken.None));

    public Task ResolveAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.Resolve, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<ResolvePage>().RunAsync(house.CallerOf(by), page, "Seen.", CancellationToken.None));

    public Task CancelAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.Cancel, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<CancelPage>().RunAsync(house.CallerOf(by), page, null, CancellationToken.None));

    public Task SayAsync(Person by, PageId page) => MakeAsync(
        new Act(ActKind.Say, page, by.Id, front.Outside.Loop.Now),
        node => node.Get<AddPageMessage>().RunAsync(house.CallerOf(by), page, Patient.Reply, CancellationToken.None));

    /// <summary>Whoever answers a call first hears it, then may press a key; now and then the key is delivered twice.</summary>
    /// <param name="page">What it is meant for, for the record.</param>
    public async Task PressAsync(Call call, PersonId? by, PageId page, string? key)
    {
        foreach (var pressed in chance.OneIn(8) ? [null, key, key] : new[] { null, key })
        {
            var answer = new VoiceAnswer(call.Id, call.Message.Attempt, call.ProviderId ?? "unknown", call.Message.Address, pressed);
            var act = new Act(ActKind.Key, page, by, front.Outside.Loop.Now) { From = call.Message.Address };
            sight.Acts.Add(act);
            var (reply, broke) = await front.AskAsync(node => node.Get<AnswerVoice>().RunAsync(answer, CancellationToken.None));
            (act.Ended, act.Answer) = (reply is null ? null : front.Outside.Loop.Now, reply?.Words ?? broke);
            await front.Outside.Time.PassAsync(NodaTime.Duration.FromMilliseconds(chance.Between(1, 8_000)));
        }
    }

    /// <summary>A signed text message, now and then delivered twice.</summary>
    /// <param name="page">What it is meant for, for the record.</param>
    public async Task TextAsync(string from, PersonId? by, PageId? page, string body)
    {
        var (reply, message) = (SmsReply.Parse(body), chance.OneIn(6) ? null : $"SM{++_messages}");
        var takes = reply.Kind switch { SmsReplyKind.Yes => true, SmsReplyKind.No => false, SmsReplyKind.Text => (bool?)null };
        var answer = new SmsAnswer(from, reply.Reference, takes, reply.Text, message);
        for (var time = chance.OneIn(8) ? 2 : 1; time > 0; time--)
        {
            var act = new Act(ActKind.Text, page, by, front.Outside.Loop.Now) { From = from };
            sight.Acts.Add(act);
            var (text, broke) = await front.AskAsync(node => node.Get<AnswerSms>().RunAsync(answer, CancellationToken.None));
            (act.Ended, act.Answer) = (text is null ? null : front.Outside.Loop.Now, text ?? broke);
            await front.Outside.Time.PassAsync(NodaTime.Duration.FromMilliseconds(chance.Between(1, 5_000)));
        }
    }

    private async Task MakeAsync(Act act, Func<Node, Task<Answer<PageView>>> move)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var made = act with { Began = front.Outside.Loop.Now };
            sight.Acts.Add(made);
            var (answer, broke) = await front.AskAsync(move);
            made.Answer = broke ?? answer!.Refusal?.Type ?? "ok";
            if (answer is not null)
            {
                made.Ended = front.Outside.Loop.Now;
                return;
            }

            await front.Outside.Time.PassAsync(NodaTime.Duration.FromMilliseconds(chance.Between(200, 3_000)));
        }
    }

    private string? Words() => chance.OneIn(3) ? Patient.Reply : null;

    private string? ReadBack() => chance.OneIn(4) ? null : Patient.Number;
}
