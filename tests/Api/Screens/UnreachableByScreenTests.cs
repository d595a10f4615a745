using Xunit;

namespace OnCall.Api.Tests.Screens;

public sealed class UnreachableByScreenTests
{
    [Fact]
    public async Task The_board_names_whom_an_open_page_cannot_reach()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.WithoutMethodsAsync("adler", "Dr Adler");
        var nurse = await ward.SignInAsync("nurse");
        var desk = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync();

        Assert.Contains("Cannot be reached: Dr Adler", (await desk.OpenAsync("/board")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_people_who_can_be_reached_it_says_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var desk = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync();

        Assert.DoesNotContain("Cannot be reached", (await desk.OpenAsync("/board")).Words(), StringComparison.Ordinal);
    }
}
