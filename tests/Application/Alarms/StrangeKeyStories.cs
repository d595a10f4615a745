using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>Somebody who can write the database puts a key there to have words sealed with it.</summary>
public sealed class StrangeKeyStories
{
    [Fact]
    public async Task The_board_names_a_key_that_OnCall_did_not_write_until_it_is_settled()
    {
        await using var house = await Watched.OpenAsync();
        house.Alpha.Keys.Strange = ["key-planted"];
        await house.PassAsync(20);
        Assert.Equal(["serious strange-key key-planted"], await house.BoardAsync());

        house.Alpha.Keys.Strange = [];
        await house.PassAsync(60);
        Assert.Empty(await house.BoardAsync());
        Assert.Single(await house.AuditAsync("alarm.raise"));
    }
}
