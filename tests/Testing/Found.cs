using Xunit;

namespace OnCall.Testing;

/// <summary>For checks that list what is wrong: a failure shows the whole list, a line each.</summary>
public static class Found
{
    public static void Nothing(IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        Assert.True(all.Length == 0, $"{all.Length} found:\n{string.Join('\n', all)}");
    }
}
