using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// Two roles, one asked by SMS and one by pager, whose pages go to a second tier and then to the desk. On each, somebody's shift ended a minute
/// ago and somebody's begins in four and a half: whose clock is five minutes off asks one of them.
/// </summary>
internal static class Ward
{
    public static readonly IReadOnlyList<string> Roles = ["ward/by-sms", "ward/by-pager"];

    /// <summary>Who may be asked: the numbers of those on shift, and the desk's.</summary>
    public static readonly IReadOnlyCollection<string> OnShift = ["+15550101", "4711", "+15550102", "+15550109"];

    private static readonly Duration s_ended = -Duration.FromMinutes(1);
    private static readonly Duration s_begins = Duration.FromMinutes(4.5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Answers until when the shifts of those who may be asked last.</summary>
    public static async Task<Instant> SetUpAsync(NodeProcess node, int waitSeconds)
    {
        foreach (var (person, method) in new[]
        {
            ("S1", "sms:+15550101"), ("P1", "snpp:4711"), ("S2", "sms:+15550102"), ("E1", "sms:+15550201"), ("E2", "snpp:4721"), ("L1", "sms:+15550301"), ("L2", "snpp:4731"),
        })
        {
            await LiveHospital.PersonAsync(node, person, method);
        }

        await LiveHospital.PersonAsync(node, "D1", "sms:+15550109", "dispatcher");
        object Tier(int tier) => new { waitSeconds, targets = new[] { new { type = "tier", tier } } };
        object desk = new { waitSeconds = 7200, targets = new[] { new { type = "desk" } } };
        await LiveHospital.PutAsync(node, "policies/quick", new { name = "Quick", steps = new[] { Tier(1), Tier(2), desk } });
        await LiveHospital.PutAsync(node, "roles/" + Roles[0], new { name = "Ward by SMS", policy = "quick" });
        await LiveHospital.PutAsync(node, "roles/" + Roles[1], new { name = "Ward by pager", policy = "quick" });
        var now = Clock.Now();
        var csv = new StringBuilder("Role,Employee no,Start,End,Tier\n");
        foreach (var (role, early, present, late) in new[] { (Roles[0], "E1", "S1", "L1"), (Roles[1], "E2", "P1", "L2") })
        {
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role},{early},{At(now - Duration.FromHours(2))},{At(now + s_ended)},1");
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role},{present},{At(now + s_ended)},{At(now + s_begins)},1");
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role},{late},{At(now + s_begins)},{At(now + Duration.FromHours(20))},1");
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role},S2,{At(now - Duration.FromHours(2))},{At(now + Duration.FromHours(20))},2");
        }

        await LiveHospital.UploadAsync(node, csv.ToString());
        return now + s_begins;
    }

    /// <summary>Providers that take their time, so that there is always something on the wire.</summary>
    public static void IsSlow(StubTwilio twilio)
    {
        var random = new Random(1);
        twilio.Always = _ =>
        {
            lock (random)
            {
                return new StubAnswer.After(Task.Delay(random.Next(300), CancellationToken.None));
            }
        };
    }

    /// <summary>Waits until nothing that is due is left to be sent.</summary>
    public static Task AllSentAsync(LiveHospital hospital, TimeSpan patience) => Until.TrueAsync(
        async () => (await hospital.QueryAsync<int>("select count(*) from notification where state = 'Claimed' or (state = 'Pending' and attempt = 0 and due_at <= @now)", new { now = Clock.Now() }))[0] == 0,
        patience,
        () => "Something due is not sent.",
        Cancel);

    /// <summary>Waits until each page is at the desk, where it stays, or taken.</summary>
    public static Task AllAtDeskAsync(LiveHospital hospital, TimeSpan patience) => Until.TrueAsync(
        async () => (await hospital.QueryAsync<int>("select count(*) from escalation where at_desk = @no and phase <> 'Acknowledged'", new { no = false }))[0] == 0, patience, () => "Pages have not come to the desk.", Cancel);

    private static string At(Instant at) => InstantPattern.General.Format(at);
}
