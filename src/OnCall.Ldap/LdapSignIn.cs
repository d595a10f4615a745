using System.DirectoryServices.Protocols;
using Microsoft.Extensions.Logging;
using OnCall.Application.Access.Passwords;

namespace OnCall.Ldap;

/// <summary>One sign-in, step by step; each step blocks its thread.</summary>
internal sealed partial class LdapSignIn(LdapOptions options, ILogger logger, Deadline deadline)
{
    // draft-behera-ldap-password-policy: when it was locked, and whether it must be changed.
    private const string LockedSince = "pwdAccountLockedTime";
    private const string MustChange = "pwdReset";

    internal DirectoryAnswer Check(string userName, string password)
    {
        using var reader = Reader();
        if (Find(reader, userName) is not { } person)
        {
            // The same work as for somebody who is there, so that the time taken tells nothing.
            _ = Bind($"cn=nobody,{options.PeopleBase}", "nobody");
            return DirectoryAnswer.Refused;
        }

        if (Bind(person.DistinguishedName, password) is { } refused)
        {
            var answer = refused.Status == DirectoryStatus.Refused && reader.Read(person.DistinguishedName, LockedSince) is { } now && Entries.Text(now, LockedSince) is not null
                ? DirectoryAnswer.Locked
                : refused;
            return answer with { RefusedNo = Number(person) };
        }

        return Entries.Text(person, MustChange) == "TRUE" ? DirectoryAnswer.Expired with { RefusedNo = Number(person) } : DirectoryAnswer.Known(Described(reader, person));
    }

    private string? Number(SearchResultEntry person) => Entries.Text(person, options.EmployeeNoAttribute);

    private LdapSession Reader()
    {
        var password = BindPassword.Read(options) ?? throw new LdapSettingException("the file of OnCall__SignIn__Ldap__BindPasswordFile cannot be read");
        var reader = LdapSession.Open(options, deadline);
        try
        {
            reader.Bind(options.BindDn!, password);
            return reader;
        }
        catch (LdapException error) when (error.ErrorCode == LdapTrouble.InvalidCredentials)
        {
            reader.Dispose();
            throw new LdapSettingException("the directory refuses the account of OnCall__SignIn__Ldap__BindDn", error);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private SearchResultEntry? Find(LdapSession reader, string userName)
    {
        var found = reader.Find(
            options.PeopleBase!, LdapFilter.With(options.UserFilter, userName), 1,
            "entryUUID", "objectGUID", options.EmployeeNoAttribute, options.NameAttribute, "cn", "memberOf", MustChange)
            ?? throw new LdapSettingException("the entry of OnCall__SignIn__Ldap__PeopleBase is not there, or may not be seen");
        if (found.Count > 1)
        {
            SeveralEntries(logger);
        }

        return found is [var one] ? one : null;
    }

    // On a connection of its own, so that the account that looks people up never speaks with another's rights. Null when it is theirs.
    private DirectoryAnswer? Bind(string dn, string password)
    {
        using var session = LdapSession.Open(options, deadline);
        try
        {
            session.Bind(dn, password);
            return null;
        }
        catch (LdapException error) when (error.ErrorCode == LdapTrouble.InvalidCredentials)
        {
            return BindRefusal.Of(error.ServerErrorMessage);
        }
    }

    private DirectoryPerson Described(LdapSession reader, SearchResultEntry person)
    {
        var subject = Entries.Subject(person)
            ?? throw new LdapSettingException("the directory shows neither entryUUID nor objectGUID of people to the account of OnCall__SignIn__Ldap__BindDn");
        var groups = new LdapGroups(reader, options);
        var names = groups.Of(person);
        if (groups.CutShort)
        {
            GroupsCutShort(logger, names.Count);
        }

        return new(subject, Number(person), Entries.Text(person, options.NameAttribute) ?? Entries.Text(person, "cn") ?? "", names);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "LDAP: several entries have one user name; nobody can sign in by it")]
    private static partial void SeveralEntries(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LDAP: somebody is in more groups than OnCall or the directory takes at once; {Read} count, the others are left out")]
    private static partial void GroupsCutShort(ILogger logger, int read);
}
