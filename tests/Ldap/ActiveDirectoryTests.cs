using System.Text;
using Microsoft.Extensions.Options;
using OnCall.Application.Access.Passwords;
using OnCall.Ldap.Tests.Support;

namespace OnCall.Ldap.Tests;

/// <summary>What Active Directory answers otherwise than others, by Microsoft's own documents ([MS-ADTS]).</summary>
public sealed class ActiveDirectoryTests
{
    private const string Domain = "DC=hospital,DC=example";
    private const string Amir = "CN=Amir Haddad,OU=Staff," + Domain;
    private const string Password = "correct horse";

    private static readonly Guid ObjectGuid = new("0f9a4c3e-1b2d-4e5f-8091-a2b3c4d5e6f7");

    [Theory]
    [InlineData("52e", DirectoryStatus.Refused)]
    [InlineData("525", DirectoryStatus.Refused)]
    [InlineData("530", DirectoryStatus.Refused)]
    [InlineData("531", DirectoryStatus.Refused)]
    [InlineData("532", DirectoryStatus.Expired)]
    [InlineData("533", DirectoryStatus.Locked)]
    [InlineData("701", DirectoryStatus.Expired)]
    [InlineData("773", DirectoryStatus.Expired)]
    [InlineData("775", DirectoryStatus.Locked)]
    public async Task The_reason_of_a_refused_bind_is_read_from_its_text(string data, DirectoryStatus status)
    {
        await using var directory = new FakeDirectory(request => request is { Operation: FakeDirectory.Bind, Dn: Amir }
            ? new(49, $"80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data {data}, v2580\0")
            : Answer(request));

        Assert.Equal(status, (await CheckAsync(directory)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("data 775")]
    [InlineData("80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 7751, v2580")]
    [InlineData("80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data , v775")]
    public void Other_texts_are_a_plain_refusal(string? said) => Assert.Equal(DirectoryAnswer.Refused, BindRefusal.Of(said));

    [Fact]
    public async Task The_directory_itself_is_asked_for_groups_of_groups_in_its_whole_domain()
    {
        await using var directory = new FakeDirectory(Answer);

        var answer = await CheckAsync(directory);

        Assert.Equal((DirectoryStatus.Known, null), (answer.Status, answer.Why));
        Assert.Equal([$"cn=cardiology,ou=groups,{Domain.ToLowerInvariant()}"], answer.Person!.Groups);
        Assert.Equal((ObjectGuid.ToString("D"), "1001", "Amir Haddad"), (answer.Person.Subject, answer.Person.EmployeeNo, answer.Person.Name));
        // Matching rule, attribute and value of an extensibleMatch, as RFC 4511 §4.5.1 tags them.
        var asked = Assert.Single(directory.Requests, IsForGroups);
        Assert.Equal(Domain, asked.Dn);
        Assert.Contains("\x82\x06member\x83", asked.Bytes, StringComparison.Ordinal);
        Assert.Contains(Amir, asked.Bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_for_groups_narrows_the_search()
    {
        await using var directory = new FakeDirectory(Answer);

        await CheckAsync(directory, o => o.GroupsBase = "OU=OnCall," + Domain);

        Assert.Equal("OU=OnCall," + Domain, Assert.Single(directory.Requests, IsForGroups).Dn);
    }

    [Fact]
    public async Task What_lies_in_another_directory_is_not_followed()
    {
        await using var elsewhere = new FakeDirectory(Answer);
        await using var directory = new FakeDirectory(request => request is { Operation: FakeDirectory.Search, Dn: "OU=Staff," + Domain }
            ? new FakeReply { Elsewhere = $"ldap://127.0.0.1:{elsewhere.Port}/{Domain}" }
            : Answer(request));
        await using var referring = new FakeDirectory(request => request.Operation == FakeDirectory.Search
            ? new FakeReply(10, "") { Elsewhere = $"ldap://127.0.0.1:{elsewhere.Port}/{Domain}" }
            : Answer(request));

        Assert.Equal(DirectoryAnswer.Refused, await CheckAsync(directory));
        Assert.Equal(DirectoryAnswer.Refused, await CheckAsync(referring));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_directory_that_shows_no_stable_id_is_told_to_whoever_runs_on_call()
    {
        await using var directory = new FakeDirectory(request => request is { Operation: FakeDirectory.Search, Dn: "OU=Staff," + Domain }
            ? FakeReply.Entry(Amir, ("cn", "Amir Haddad"))
            : Answer(request));

        var answer = await CheckAsync(directory);

        Assert.Equal(DirectoryStatus.Unreachable, answer.Status);
        Assert.Contains("entryUUID nor objectGUID", answer.Why, StringComparison.Ordinal);
    }

    private static bool IsForGroups(FakeRequest request) => request.Bytes.Contains("1.2.840.113556.1.4.1941", StringComparison.Ordinal);

    private static FakeReply Answer(FakeRequest request) => request switch
    {
        { Operation: FakeDirectory.Search, Dn: "" } => FakeReply.Entry("", ("supportedCapabilities", "1.2.840.113556.1.4.800"), ("defaultNamingContext", Domain)),
        { Operation: FakeDirectory.Search } when IsForGroups(request) => FakeReply.Entry($"CN=Cardiology,OU=Groups,{Domain}"),
        { Operation: FakeDirectory.Search, Dn: "OU=Staff," + Domain } => new()
        {
            Entries =
            [
                (Amir, [("objectGUID", ObjectGuid.ToByteArray()), ("employeeNumber", "1001"u8.ToArray()), ("displayName", Encoding.UTF8.GetBytes("Amir Haddad"))]),
            ],
        },
        { Operation: FakeDirectory.Bind, Dn: Amir, Password: not Password } => new(49, "AcceptSecurityContext error, data 52e, v2580"),
        _ => new(),
    };

    private static Task<DirectoryAnswer> CheckAsync(FakeDirectory directory, Action<LdapOptions>? change = null)
    {
        var options = new LdapOptions
        {
            Host = "127.0.0.1", Port = directory.Port, Security = LdapSecurity.Plain, AllowPlainOnLoopback = true,
            BindDn = "CN=oncall," + Domain, BindPassword = "reads-people", PeopleBase = "OU=Staff," + Domain, TimeoutSeconds = 30,
        };
        change?.Invoke(options);
        return new LdapDirectory(Options.Create(options), new LogLines()).CheckAsync("amir", Password, TestContext.Current.CancellationToken);
    }
}
