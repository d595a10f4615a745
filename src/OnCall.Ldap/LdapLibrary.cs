using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace OnCall.Ldap;

/// <summary>
/// OpenLDAP's library, which does the work of System.DirectoryServices.Protocols everywhere but on Windows. That package cannot set what
/// a sign-in depends on: whom to trust, that the certificate is demanded whatever ldap.conf says, time-outs, and where StartTLS connects
/// to. These are the library's own defaults (ldap_set_option(3)), which each new connection copies, so that setting them and making the
/// connection are one turn of one thread.
/// </summary>
internal static class LdapLibrary
{
    /// <summary>What the package itself looks for, in its order: both must find the same one.</summary>
    internal static readonly IReadOnlyList<string> Names = ["libldap.so.2", "libldap-2.6.so.0", "libldap-2.5.so.0", "libldap-2.4.so.2"];

    internal const string Name = "libldap.so.2";

    // From ldap.h.
    private const int OptionTimeout = 0x5002;
    private const int OptionNetworkTimeout = 0x5005;
    private const int OptionUri = 0x5006;
    private const int TlsCaFile = 0x6002;
    private const int TlsCaFolder = 0x6003;
    private const int TlsRequireCertificate = 0x6006;
    private const int TlsLowestProtocol = 0x6007;
    private const int TlsNewContext = 0x600f;
    private const int Demand = 2;
    private const int Tls12 = 0x303;

    private static readonly string[] UsualCertificates =
    [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
    ];

    private static readonly Lock Turn = new();

    private static string? _trusted;

    static LdapLibrary() => NativeLibrary.SetDllImportResolver(
        typeof(LdapLibrary).Assembly, static (name, _, _) => name == Name ? Load(Names) : nint.Zero);

    /// <summary>The system's own file of trusted authorities; null where none is in a usual place.</summary>
    internal static string? SystemCertificates => UsualCertificates.FirstOrDefault(File.Exists);

    /// <summary>What to install, when none of these libraries is there; null when one is.</summary>
    internal static string? Missing(IReadOnlyList<string> names) => OperatingSystem.IsWindows() || Load(names) != nint.Zero
        ? null
        : $"the library of OpenLDAP is missing ({names[0]}): install libldap2 (Debian 13, Ubuntu 24.04), libldap-2.5-0 (Debian 12, Ubuntu 22.04), openldap (Red Hat) or libldap (Alpine).";

    /// <summary>Makes a connection under these settings.</summary>
    /// <param name="timeout">Of connecting, of the TLS handshake and of each answer.</param>
    internal static T Make<T>(LdapOptions options, TimeSpan timeout, Func<T> connection)
    {
        if (OperatingSystem.IsWindows())
        {
            return connection();
        }

        lock (Turn)
        {
            var time = new TimeValue { Seconds = (nint)timeout.TotalSeconds, Microseconds = timeout.Microseconds + (1000 * timeout.Milliseconds) };
            Check(SetTime(nint.Zero, OptionTimeout, in time), nameof(OptionTimeout));
            Check(SetTime(nint.Zero, OptionNetworkTimeout, in time), nameof(OptionNetworkTimeout));
            Check(SetText(nint.Zero, OptionUri, Text(AddressOf(options))), nameof(OptionUri));
            Check(SocketNews.Ask(), nameof(SocketNews));
            Trust(options);
            return connection();
        }
    }

    internal static string HostOf(LdapOptions options) =>
        options.Host!.Contains(':', StringComparison.Ordinal) && !options.Host.StartsWith('[') ? $"[{options.Host}]" : options.Host;

    // StartTLS goes where the defaults point to: the package names the server only when it binds.
    private static string AddressOf(LdapOptions options) => string.Create(
        CultureInfo.InvariantCulture, $"{(options.Security == LdapSecurity.Ldaps ? "ldaps" : "ldap")}://{HostOf(options)}:{options.PortInUse}");

    private static void Trust(LdapOptions options)
    {
        var file = string.IsNullOrEmpty(options.CaFile) ? SystemCertificates : Path.GetFullPath(options.CaFile);
        if (options.Security == LdapSecurity.Plain || file is null)
        {
            return;
        }

        // A file that was replaced is another one.
        var trusted = $"{file} {File.GetLastWriteTimeUtc(file).Ticks}";
        if (trusted == _trusted)
        {
            return;
        }

        _trusted = null;
        Check(SetText(nint.Zero, TlsCaFile, Text(file)), nameof(TlsCaFile));
        Check(SetText(nint.Zero, TlsCaFolder, null), nameof(TlsCaFolder));
        Check(SetNumber(nint.Zero, TlsRequireCertificate, Demand), nameof(TlsRequireCertificate));
        Check(SetNumber(nint.Zero, TlsLowestProtocol, Tls12), nameof(TlsLowestProtocol));
        Check(SetNumber(nint.Zero, TlsNewContext, 0), nameof(TlsNewContext));
        _trusted = trusted;
    }

    private static void Check(int answer, string option)
    {
        if (answer != 0)
        {
            throw new LdapSettingException($"the library of OpenLDAP does not take {option}");
        }
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static nint Load(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out var library))
            {
                return library;
            }
        }

        return nint.Zero;
    }

    [DllImport(Name, EntryPoint = "ldap_set_option")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetTime(nint connection, int option, in TimeValue value);

    [DllImport(Name, EntryPoint = "ldap_set_option")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNumber(nint connection, int option, in int value);

    [DllImport(Name, EntryPoint = "ldap_set_option")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetText(nint connection, int option, byte[]? value);

    // struct timeval.
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        internal nint Seconds;
        internal nint Microseconds;
    }
}
