using Microsoft.AspNetCore.Razor.Hosting;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>The other attacks are worth what this walk finds.</summary>
public sealed class DoorsTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    [Fact]
    public async Task The_walk_finds_every_operation_that_the_description_tells()
    {
        var description = await (await house.Host.Anonymous.GetPathAsync("/openapi/v1.json")).ReadAsync();
        var found = house.All.Where(door => door.Told is not null).Select(door => $"{door.Method} {Doors.Plain(door.Pattern)}").ToHashSet(StringComparer.Ordinal);

        Assert.All(Doors.Told(description), told => Assert.Contains($"{told.Method} {told.Path}", found));
        Assert.True(found.Count > 60, $"Only {found.Count} operations were found.");
    }

    [Fact]
    public void The_walk_finds_every_screen_that_was_compiled()
    {
        var compiled = typeof(Program).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), inherit: false).Cast<RazorCompiledItemAttribute>()
            .SelectMany(item => item.Type.GetCustomAttributes(typeof(RazorCompiledItemMetadataAttribute), inherit: false).Cast<RazorCompiledItemMetadataAttribute>())
            .Where(fact => fact.Key == "RouteTemplate").Select(fact => "/" + fact.Value.Trim('/')).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(compiled);
        Assert.Equal(compiled, house.All.Where(door => door.IsScreen).Select(door => door.Pattern).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_description_does_not_tell_is_known()
    {
        string[] screens = ["/sign-in", "/sign-in/code", "/sign-in/authenticator", "/welcome/{token}", "/set-up", "/a/{token}"];
        string[] untold =
        [
            "GET /openapi/{documentName}.json", "POST /sign-out", "POST /sign-in/passkey", "POST /sign-in/passkey/options", "POST /api/v1/me/passkeys", "POST /api/v1/me/passkeys/options",
            .. screens.SelectMany(screen => new[] { "GET " + screen, "HEAD " + screen, "POST " + screen }),
        ];
        Assert.Equal(untold.Order(StringComparer.Ordinal), house.All.Where(door => door is { Told: null, IsScreen: false }).Select(door => door.ToString()).Order(StringComparer.Ordinal));
    }
}
