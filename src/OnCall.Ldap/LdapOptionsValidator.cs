using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace OnCall.Ldap;

/// <summary>Settings that nobody could sign in by, or that would show passwords on the wire.</summary>
/// <param name="libraryIsMissing">The line for a machine without the library; null where it is there.</param>
internal sealed class LdapOptionsValidator(Func<string?> libraryIsMissing) : IValidateOptions<LdapOptions>
{
    public ValidateOptionsResult Validate(string? name, LdapOptions options)
    {
        if (!options.IsConfigured)
        {
            return options is { Port: null, CaFile: null or "", BindDn: null or "", BindPassword: null or "", BindPasswordFile: null or "", PeopleBase: null or "", GroupsBase: null or "" }
                ? ValidateOptionsResult.Skip
                : Fail(nameof(options.Host), "is missing, though other settings of LDAP are there.");
        }

        return (Server(options) ?? Account(options) ?? Searches(options)) is var (setting, why) ? Fail(setting, why) : ValidateOptionsResult.Success;
    }

    private (string Setting, string Why)? Server(LdapOptions options) => options switch
    {
        _ when Uri.CheckHostName(options.Host) == UriHostNameType.Unknown => (nameof(options.Host), "is not the name or address of a server, without ldap:// and without a port."),
        { Port: < 1 or > 65_535 } => (nameof(options.Port), "is not between 1 and 65535."),
        { TimeoutSeconds: < 1 or > 60 } => (nameof(options.TimeoutSeconds), "is not between 1 and 60."),
        _ when !Enum.IsDefined(options.Security) => (nameof(options.Security), "is neither Ldaps nor StartTls."),
        { Security: LdapSecurity.Plain, AllowPlainOnLoopback: false } => (nameof(options.Security), "is Plain: passwords would be readable on the wire. Take Ldaps or StartTls; for a server of this machine AllowPlainOnLoopback=true goes with it."),
        { Security: LdapSecurity.Plain } when !IsLoopback(options.Host!) => (nameof(options.Security), "is Plain, though Host is not this machine: passwords would be readable on the wire. Take Ldaps or StartTls."),
        { CaFile.Length: > 0 } when OperatingSystem.IsWindows() => (nameof(options.CaFile), "cannot be used on Windows: put the certificate into the machine's store of trusted authorities."),
        { CaFile.Length: > 0 } when CertificatesProblem(options.CaFile) is { } problem => (nameof(options.CaFile), problem),
        _ when libraryIsMissing() is { } line => (nameof(options.Host), $"is set, but {line}"),
        { CaFile: null or "", Security: not LdapSecurity.Plain } when !OperatingSystem.IsWindows() && LdapLibrary.SystemCertificates is null => (nameof(options.CaFile), "is missing, and this machine has no file of trusted certificates where one is usual."),
        _ => null,
    };

    private static (string Setting, string Why)? Account(LdapOptions options) => options switch
    {
        { BindDn: null or "" } => (nameof(options.BindDn), "is missing: the account that looks people up."),
        { BindPassword.Length: > 0, BindPasswordFile.Length: > 0 } => (nameof(options.BindPasswordFile), "is set, though BindPassword is too: one of them."),
        { BindPassword: null or "", BindPasswordFile: null or "" } => (nameof(options.BindPassword), "is missing, and so is BindPasswordFile: one of them."),
        { BindPasswordFile.Length: > 0 } when BindPassword.Read(options) is null => (nameof(options.BindPasswordFile), "cannot be read, or its first line is empty."),
        _ => null,
    };

    private static (string Setting, string Why)? Searches(LdapOptions options) => options switch
    {
        { PeopleBase: null or "" } => (nameof(options.PeopleBase), "is missing: the entry below which people are looked for."),
        _ when !LdapFilter.IsTemplate(options.UserFilter) => (nameof(options.UserFilter), "is not a filter in parentheses with {0} for the user name, such as (uid={0})."),
        _ when !LdapFilter.IsTemplate(options.GroupFilter) => (nameof(options.GroupFilter), "is not a filter in parentheses with {0} for the member, such as (member={0})."),
        _ when !LdapFilter.IsAttribute(options.EmployeeNoAttribute) => (nameof(options.EmployeeNoAttribute), "is not the name of an attribute."),
        _ when !LdapFilter.IsAttribute(options.NameAttribute) => (nameof(options.NameAttribute), "is not the name of an attribute."),
        _ => null,
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? CertificatesProblem(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0 ? null : "holds no certificate in PEM form.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return "cannot be read as certificates in PEM form.";
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    private static ValidateOptionsResult Fail(string setting, string why) => ValidateOptionsResult.Fail($"OnCall__SignIn__Ldap__{setting} {why}");
}
