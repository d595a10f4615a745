using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>Without a key in force no door opens but those that are known to be open.</summary>
public sealed class StrangerTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    [Fact]
    public async Task Every_door_is_shut_to_whoever_has_no_key_in_force()
    {
        (string Name, string Value)[][] strangers =
        [
            [],
            [("Authorization", "Bearer oc_" + new string('A', 43))],
            [("Authorization", "Bearer " + house.ExpiredKey)],
            [("Authorization", "Bearer ")],
            [("Authorization", "Basic " + Convert.ToBase64String("admin:admin"u8))],
            [("Authorization", "bearer\t" + ApiHost.AdminKey)],
            [("Authorization", ApiHost.AdminKey)],
            [("Authorization", "Bearer ' or 1=1 --")],
            [("Authorization", "Bearer " + new string('A', 8_000))],
            [("Cookie", "oncall-session=CfDJ8" + new string('A', 200))],
            [("Cookie", "oncall-session=chunks-2147483647")],
            [("Cookie", "oncall-session=chunks-3; oncall-sessionC1=a; oncall-sessionC2=b; oncall-sessionC3=c")],
            [("Cookie", "oncall-session=" + ApiHost.AdminKey)],
        ];
        var wrong = new List<string>();
        foreach (var door in house.All.Where(door => !door.IsOpen))
        {
            foreach (var headers in strangers)
            {
                var (answer, text) = await house.Host.Anonymous.AskAsync(door.Method, door.Path(name => house.OfLab(door, name)), door.Changes ? Verdict.Json("{}") : null, null, headers);
                var what = answer.StatusCode != HttpStatusCode.Unauthorized ? $"it answers {(int)answer.StatusCode}" : Verdict.Of(answer, text);
                if (what is not null)
                {
                    wrong.Add($"{door} with {string.Join(", ", headers)}: {what}");
                }
            }
        }

        Verdict.None(wrong);
    }

    [Fact]
    public async Task A_browser_without_a_session_is_sent_to_the_sign_in_form_and_nowhere_else()
    {
        foreach (var door in house.All.Where(door => door is { IsScreen: true, IsOpen: false }))
        {
            var (answer, text) = await house.Host.Anonymous.AskAsync(door.Method, door.Path(name => house.OfLab(door, name)), null, "text/html");

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in?to=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Null(Verdict.Of(answer, text));
        }
    }

    [Fact]
    public async Task Open_doors_tell_a_stranger_nothing_of_the_house()
    {
        foreach (var door in house.All.Where(door => door.IsOpen))
        {
            var (answer, text) = await house.Host.Anonymous.AskAsync(door.Method, door.Path(name => name == "documentName" ? "v1" : house.OfLab(door, name)), door.Changes ? Verdict.Content("application/x-www-form-urlencoded", "Body=Y") : null);

            Assert.Null(Verdict.Of(answer, text));
            Assert.DoesNotContain(AttackedHouse.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Person L1", text, StringComparison.Ordinal);
        }
    }
}
