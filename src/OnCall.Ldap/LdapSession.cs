using System.DirectoryServices.Protocols;
using System.Net;

namespace OnCall.Ldap;

/// <summary>
/// One connection. After the first error nothing more may be asked of it: the library would connect again by itself, with StartTLS in the
/// clear.
/// </summary>
internal sealed class LdapSession : IDisposable
{
    /// <summary>Entries of one part of an answer: less than any server's usual limit.</summary>
    private const int PartSize = 250;

    private readonly LdapConnection _connection;
    private readonly Deadline _deadline;
    private readonly SocketCut _cut;

    private LdapSession(LdapConnection connection, Deadline deadline) => (_connection, _deadline, _cut) = (connection, deadline, new SocketCut(deadline.Left));

    /// <exception cref="LdapException">The server is out of reach, or its certificate is not to be trusted.</exception>
    internal static LdapSession Open(LdapOptions options, Deadline deadline)
    {
        var session = new LdapSession(
            LdapLibrary.Make(options, deadline.LeftOrThrow(), () => new LdapConnection(new LdapDirectoryIdentifier(LdapLibrary.HostOf(options), options.PortInUse))), deadline);
        try
        {
            session.Guard(options.Security);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <exception cref="LdapException">Refused, with error code 49, or out of reach.</exception>
    internal void Bind(string dn, string password)
    {
        _ = _deadline.LeftOrThrow();
        _cut.Begin();
        _connection.Bind(new NetworkCredential(dn, password));
        _connection.AutoBind = false;
    }

    /// <summary>At most so many entries, or null when there is no such base.</summary>
    /// <param name="most">The answer has one more when there are more.</param>
    internal IReadOnlyList<SearchResultEntry>? Find(string baseDn, string filter, int most, params string[] attributes)
    {
        var request = new SearchRequest(baseDn, filter, SearchScope.Subtree, attributes) { SizeLimit = most + 1 };
        return Ask(request) is { } response ? [.. response.Entries.Cast<SearchResultEntry>()] : null;
    }

    /// <summary>The entry itself, or null when it is not there or not to be seen.</summary>
    internal SearchResultEntry? Read(string dn, params string[] attributes) =>
        Ask(new SearchRequest(dn, "(objectClass=*)", SearchScope.Base, attributes)) is { Entries: [SearchResultEntry entry] } ? entry : null;

    /// <summary>The names of at most so many entries, and one more when there are more; whether the server itself cut them short.</summary>
    internal (IReadOnlyList<string> Names, bool Cut) Names(string baseDn, string filter, int most)
    {
        var (names, cut) = (new List<string>(), false);
        // RFC 2696. A server that does not page sends all at once.
        var page = new PageResultRequestControl(PartSize) { IsCritical = false };
        var request = new SearchRequest(baseDn, filter, SearchScope.Subtree, "1.1");
        request.Controls.Add(page);
        do
        {
            var response = Ask(request);
            names.AddRange(response?.Entries.Cast<SearchResultEntry>().Select(e => e.DistinguishedName) ?? []);
            cut = response?.ResultCode == ResultCode.SizeLimitExceeded;
            page.Cookie = cut ? [] : response?.Controls.OfType<PageResultResponseControl>().FirstOrDefault()?.Cookie ?? [];
        }
        while (page.Cookie.Length > 0 && names.Count <= most);

        return ([.. names.Take(most + 1)], cut);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _cut.Dispose();
    }

    private void Guard(LdapSecurity security)
    {
        _connection.AuthType = AuthType.Basic;
        _connection.SessionOptions.ProtocolVersion = 3;
        _connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        _connection.Timeout = Whole(_deadline.LeftOrThrow());
        switch (security)
        {
            case LdapSecurity.Ldaps:
                _connection.SessionOptions.SecureSocketLayer = true;
                break;
            case LdapSecurity.StartTls:
                _cut.Begin();
                _connection.SessionOptions.StartTransportLayerSecurity(null);
                break;
            case LdapSecurity.Plain:
                break;
        }
    }

    private SearchResponse? Ask(SearchRequest request)
    {
        var left = Whole(_deadline.LeftOrThrow());
        request.TimeLimit = left;
        try
        {
            return (SearchResponse)_connection.SendRequest(request, left);
        }
        catch (DirectoryOperationException error) when (error.Response is SearchResponse { ResultCode: ResultCode.SizeLimitExceeded } cut)
        {
            return cut;
        }
        catch (DirectoryOperationException error) when (error.Response?.ResultCode is ResultCode.NoSuchObject or ResultCode.InsufficientAccessRights)
        {
            return null;
        }
    }

    // The package counts in seconds, and takes less than one for none.
    private static TimeSpan Whole(TimeSpan left) => TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds));
}
