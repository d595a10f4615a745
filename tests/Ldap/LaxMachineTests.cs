using OnCall.Testing;

namespace OnCall.Ldap.Tests;

/// <summary>A machine whose own LDAP programs were told not to look at certificates.</summary>
public sealed class LaxMachineTests
{
    [Fact]
    public async Task What_the_machine_tells_the_library_makes_no_certificate_good()
    {
        // The library reads these once, when it is loaded: TLS_REQCERT of ldap.conf(5), and its like.
        using var again = OtherProgram.Start(
            "env", ["LDAPTLS_REQCERT=never", "LDAPTLS_CACERTDIR=/etc/ssl/certs", "dotnet", typeof(TrustTests).Assembly.Location, "-class", typeof(TrustTests).FullName!, "-noColor"]);
        var output = again.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        await again.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(again.ExitCode == 0, await output);
        Assert.DoesNotContain("Total: 0", await output, StringComparison.Ordinal);
    }
}
