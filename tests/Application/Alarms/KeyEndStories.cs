using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>A laboratory whose key ends pages nobody: the board says so before.</summary>
public sealed class KeyEndStories
{
    private static readonly ApiKeyId Old = new(new Guid(1, 5, 5, new byte[8]));

    [Fact]
    public async Task The_board_says_two_weeks_ahead_that_a_key_of_an_integration_ends_until_a_new_one_is_used()
    {
        await using var house = await Watched.OpenAsync();
        await AddAsync(house, Old, Duration.FromDays(14) + Duration.FromMinutes(2));
        await house.PassAsync(100);
        Assert.Empty(await house.BoardAsync());
        await house.PassAsync(120);
        Assert.Equal([$"warning key-ending lab {Old}"], await house.BoardAsync());

        var next = new ApiKeyId(new Guid(2, 5, 5, new byte[8]));
        await AddAsync(house, next, Duration.FromDays(365));
        await house.PassAsync(180);
        Assert.Equal([$"warning key-ending lab {Old}"], await house.BoardAsync());

        await house.Alpha.Get<IKeyStore>().UseAsync(new Dictionary<ApiKeyId, Instant> { [next] = house.Now }, CancellationToken.None);
        await house.PassAsync(180);
        Assert.Empty(await house.BoardAsync());
        Assert.Single(await house.AuditAsync("alarm.raise"));
    }

    [Fact]
    public async Task One_that_has_ended_is_serious_until_somebody_revokes_it()
    {
        await using var house = await Watched.OpenAsync();
        await AddAsync(house, Old, Duration.FromMinutes(2));
        await house.PassAsync(100);
        Assert.Equal([$"warning key-ending lab {Old}"], await house.BoardAsync());
        await house.PassAsync(90);
        Assert.Equal([$"serious key-ending lab {Old}"], await house.BoardAsync());

        await house.Alpha.Get<IKeyStore>().RevokeAsync(Old, house.Now, Entry(house, "key.revoke"), CancellationToken.None);
        await house.PassAsync(180);
        Assert.Empty(await house.BoardAsync());
    }

    private static Task AddAsync(Watched house, ApiKeyId id, Duration life) => house.Alpha.Get<IKeyStore>().AddAsync(
        new NewKey(id, ApiKeySecret.Hash(id.ToString()), null, "lab", [], "system", null, house.Now, house.Now + life), Entry(house, "key.create"), CancellationToken.None);

    private static AuditEntry Entry(Watched house, string action) => new(house.Now, "system", action, "test", "{}");
}
