using System.Globalization;
using OnCall.Fuzz.Tests.Running;
using Xunit;

namespace OnCall.Fuzz.Tests;

public sealed class CommandTests
{
    [Fact]
    public void The_command_tells_what_it_did()
    {
        var (code, text) = Run("--inputs", "50", "--target", "sms-reply", "--from", "7");

        Assert.Equal(0, code);
        Assert.Contains("sms-reply: 50 inputs", text, StringComparison.Ordinal);
        Assert.Contains("Nothing was found", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_shows_the_input()
    {
        var (code, text) = Run("--target", "csv", "--replay", "4711");

        Assert.Equal(0, code);
        Assert.Contains("bytes: ", text, StringComparison.Ordinal);
        Assert.Equal(text, Run("--target", "csv", "--replay", "4711").Text);
    }

    [Theory]
    [InlineData("--inputs")]
    [InlineData("--inputs", "many")]
    [InlineData("--target", "papyrus")]
    [InlineData("--replay", "1")]
    [InlineData("--colour", "red")]
    public void What_is_not_understood_is_told(params string[] args)
    {
        var (code, text) = Run(args);

        Assert.Equal(2, code);
        Assert.Contains("--target NAME", text, StringComparison.Ordinal);
    }

    private static (int Code, string Text) Run(params string[] args)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        return (Command.Run(args, to), to.ToString());
    }
}
