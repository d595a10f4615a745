using OnCall.Scenarios.Tests.Nodes;

namespace OnCall.Scenarios.Tests.Crashes;

/// <summary>Two roles, one reached by SMS and one by pager, whose pages are at the desk after 10 s without an answer.</summary>
internal static class CrashWard
{
    public const string SmsRole = "ward/by-sms";
    public const string PagerRole = "ward/by-pager";
    public const string FirstNumber = "+15550101";
    public const string SecondNumber = "+15550102";

    public static async Task SetUpAsync(NodeProcess node)
    {
        await LiveHospital.PersonAsync(node, "S1", "sms:" + FirstNumber);
        await LiveHospital.PersonAsync(node, "S2", "sms:" + SecondNumber);
        await LiveHospital.PersonAsync(node, "P1", "snpp:4711");
        await LiveHospital.PersonAsync(node, "D1", "sms:+15550109", "dispatcher");
        object Tier(int tier) => new { waitSeconds = 5, targets = new[] { new { type = "tier", tier } } };
        object desk = new { waitSeconds = 120, targets = new[] { new { type = "desk" } } };
        await LiveHospital.PutAsync(node, "policies/quick", new { name = "Quick", steps = new[] { Tier(1), Tier(2), desk } });
        await LiveHospital.PutAsync(node, "roles/" + SmsRole, new { name = "Ward by SMS", policy = "quick" });
        await LiveHospital.PutAsync(node, "roles/" + PagerRole, new { name = "Ward by pager", policy = "quick" });
        await LiveHospital.RosterAsync(node, (SmsRole, "S1", 1), (SmsRole, "S2", 2), (PagerRole, "P1", 1), (PagerRole, "S2", 2));
    }
}
