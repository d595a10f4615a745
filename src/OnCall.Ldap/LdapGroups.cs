using System.DirectoryServices.Protocols;
using OnCall.Application.Access.Passwords;

namespace OnCall.Ldap;

/// <summary>
/// The groups that somebody is in. Below <see cref="LdapOptions.GroupsBase"/> they are searched for by their members; without it they are
/// what <c>memberOf</c> names. Groups of groups are found by Active Directory itself where it is one, otherwise step by step.
/// </summary>
internal sealed class LdapGroups(LdapSession session, LdapOptions options)
{
    internal const int Most = 1_000;

    internal const int Deepest = 10;

    // LDAP_MATCHING_RULE_IN_CHAIN and LDAP_CAP_ACTIVE_DIRECTORY_OID, [MS-ADTS] 3.1.1.3.4.4.3 and 3.1.1.3.4.3.1.
    private const string InChain = "(&(objectClass=group)(member:1.2.840.113556.1.4.1941:={0}))";
    private const string ActiveDirectory = "1.2.840.113556.1.4.800";

    private const int MembersInOneSearch = 50;

    /// <summary>Some are missing: there are more than <see cref="Most"/>, or than the server gives to one search.</summary>
    internal bool CutShort { get; private set; }

    internal IReadOnlyList<string> Of(SearchResultEntry person)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options.NestedGroups && ActiveDirectoryBase() is { } domain)
        {
            Add(found, Names(options.GroupsBase is { Length: > 0 } below ? below : domain, LdapFilter.With(InChain, person.DistinguishedName)));
        }
        else
        {
            var last = Add(found, string.IsNullOrEmpty(options.GroupsBase) ? Entries.Texts(person, "memberOf") : Holding([person.DistinguishedName]));
            for (var depth = 1; options.NestedGroups && depth < Deepest && last.Count > 0 && found.Count <= Most; depth++)
            {
                last = Add(found, string.IsNullOrEmpty(options.GroupsBase) ? Named(last) : Holding(last));
            }
        }

        CutShort |= found.Count > Most;
        return [.. found.Keys.Take(Most).Order(StringComparer.Ordinal)];
    }

    // What was there already is not followed again: groups may hold each other.
    private static List<string> Add(Dictionary<string, string> found, IEnumerable<string> names)
    {
        var added = new List<string>();
        foreach (var name in names)
        {
            if (found.Count > Most)
            {
                break;
            }

            if (found.TryAdd(DistinguishedName.Normal(name), name))
            {
                added.Add(name);
            }
        }

        return added;
    }

    private IEnumerable<string> Holding(IEnumerable<string> members) => members
        .Chunk(MembersInOneSearch)
        .SelectMany(some => Names(options.GroupsBase!, $"(|{string.Concat(some.Select(m => LdapFilter.With(options.GroupFilter, m)))})"));

    private IReadOnlyList<string> Names(string baseDn, string filter)
    {
        var (names, cut) = session.Names(baseDn, filter, Most);
        CutShort |= cut;
        return names;
    }

    private IEnumerable<string> Named(IEnumerable<string> groups) => groups
        .Select(group => session.Read(group, "memberOf"))
        .SelectMany(group => group is null ? [] : Entries.Texts(group, "memberOf"));

    // Null for any other server. Its own base, as groups there seldom lie among people.
    private string? ActiveDirectoryBase() =>
        session.Read("", "supportedCapabilities", "defaultNamingContext") is { } root && Entries.Texts(root, "supportedCapabilities").Contains(ActiveDirectory)
            ? Entries.Texts(root, "defaultNamingContext").FirstOrDefault()
            : null;
}
