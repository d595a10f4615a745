using System.Globalization;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>The clock of a machine that is wrong, for one process: Debian's <c>libfaketime</c>. What measures spans is left as it is.</summary>
internal static class WrongClock
{
    private static readonly string? s_library = Find();

    /// <summary>Skips the test where it is not installed, and says so.</summary>
    public static void MustBeThere() => Assert.SkipWhen(s_library is null, "No libfaketime: install the Debian package libfaketime to give a process a wrong clock.");

    public static void Give(Dictionary<string, string> environment, Duration ahead)
    {
        environment["LD_PRELOAD"] = s_library!;
        environment["FAKETIME"] = ahead.TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture);
        environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

        // Its mending of waits ends those of .NET at once, and no connection to a server is ever made.
        environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
    }

    private static string? Find() => System.IO.Directory.Exists("/usr/lib")
        ? System.IO.Directory.EnumerateDirectories("/usr/lib", "faketime").Concat(System.IO.Directory.EnumerateDirectories("/usr/lib").Select(d => Path.Combine(d, "faketime")))
            .Select(d => Path.Combine(d, "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        : null;
}
