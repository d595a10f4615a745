using System.Net;
using System.Text.Json.Nodes;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>People of one unit at the doors of another.</summary>
public sealed class OtherUnitTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    /// <summary>Who is of other units, with each permission there.</summary>
    public static readonly TheoryData<string> Strangers = ["nurse", "C1", "scheduler", "dispatcher", "head", "auditor"];

    // Anyone on the staff may page any role, break the glass in the open, ask for feeds of a role that everybody may see, and check a file that they have.
    // Any browser gives up its own subscription, and is answered alike where there is none: only the browser itself knows its endpoint.
    private static readonly HashSet<string> ForAll = ["POST /api/v1/pages", "POST /api/v1/presets/{code}/set-off", "POST /api/v1/pages/{id:guid}/break-glass", "POST /api/v1/me/role-feeds", "DELETE /api/v1/me/role-feeds", "POST /api/v1/me/feed", "DELETE /api/v1/me/feed", "PUT /api/v1/me/preferences", "PUT /api/v1/me/favourite-roles/{**role}", "DELETE /api/v1/me/favourite-roles/{**role}", "POST /api/v1/me/contact-methods", "POST /api/v1/me/devices/gone", "DELETE /api/v1/me/sessions", "POST /sign-out", "POST /api/v1/pages/exports/verify"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task See_nothing_of_it_at_any_door(string person)
    {
        using var client = house.As(person);
        var wrong = new List<string>();
        foreach (var door in house.All.Where(door => !door.Changes))
        {
            foreach (var query in new[] { "", "?role=lab/first", "?orgUnit=lab", "?role=lab/first&from=2020-01-01&to=2030-01-01", "?limit=500", "?state=all" })
            {
                var (answer, text) = await client.AskAsync(door.Method, door.Path(name => house.OfLab(door, name)) + query);
                if (text.Contains(AttackedHouse.Secret, StringComparison.Ordinal) || Verdict.Of(answer, text) is not null)
                {
                    wrong.Add($"{door}{query}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 300)]}");
                }
            }
        }

        Verdict.None(wrong);
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Change_nothing_of_it_at_any_door(string person)
    {
        using var client = house.As(person);
        var wrong = new List<string>();
        foreach (var door in house.All.Where(door => door is { Changes: true, IsScreen: false, IsOpen: false } && !ForAll.Contains(door.ToString())))
        {
            using var content = door.Pattern.EndsWith("/uploads", StringComparison.Ordinal) ? Roster() : Verdict.Json(OfLab(door.Example()).ToJsonString());
            var (answer, text) = await client.AskAsync(door.Method, door.Path(name => house.OfLab(door, name)), content);
            if (answer.IsSuccessStatusCode || Verdict.Of(answer, text) is not null || text.Contains(AttackedHouse.Secret, StringComparison.Ordinal))
            {
                wrong.Add($"{door}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 300)]}");
            }
        }

        Verdict.None(wrong);
    }

    [Fact]
    public async Task Whoever_has_a_part_in_it_sees_it()
    {
        using var first = house.As("L1");
        foreach (var path in new[] { "/api/v1/pages/" + PageOfLab(), "/api/v1/people/L1", "/api/v1/me/inbox" })
        {
            var (answer, text) = await first.AskAsync("GET", path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(AttackedHouse.Secret, text, StringComparison.Ordinal);
        }
    }

    private string PageOfLab() => house.OfLab(house.All.First(door => door.Pattern.StartsWith("/api/v1/pages/{id", StringComparison.Ordinal)), "id");

    // Whatever the example names is of the laboratory.
    private static JsonNode OfLab(JsonNode node)
    {
        foreach (var (name, value) in node is JsonObject all ? all.ToList() : [])
        {
            node[name] = (name, value) switch
            {
                ("role" or "fallbackRole", JsonValue) => "lab/first",
                ("person" or "with" or "instead" or "by", JsonValue) => "L1",
                ("orgUnit" or "parent", JsonValue) => "lab",
                (_, JsonObject deep) => OfLab(deep.DeepClone()),
                _ => value?.DeepClone(),
            };
        }

        return node;
    }

    private static MultipartFormDataContent Roster() => new()
    {
        { new StringContent("Role,Employee no,Start,End\nlab/first,L2,2026-11-23T08:00,2026-11-23T20:00\n"), "file", "r.csv" },
        { new StringContent("UTC"), "timeZone" },
        { new StringContent("true"), "publish" },
    };
}
