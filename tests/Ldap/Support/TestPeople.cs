using System.Globalization;
using System.Text;

namespace OnCall.Ldap.Tests.Support;

/// <summary>A small directory, as LDIF (RFC 2849).</summary>
internal static class TestPeople
{
    public const string Root = "dc=hospital,dc=example";
    public const string People = "ou=people," + Root;
    public const string Groups = "ou=groups," + Root;
    public const string Reader = "cn=reader," + Root;
    public const string LimitedReader = "cn=limited," + Root;
    public const string ReaderPassword = "reads-people";

    /// <summary>Everything that a filter or a distinguished name gives a meaning to.</summary>
    public const string OddName = """o'neil (on-call)* \2a,+"<>;=#é""";

    public const string Amir = "uid=amir," + People;
    public const int DeepGroups = 15;
    public const int ManyGroups = 1_100;

    public static string PasswordOf(string user) => $"correct horse of {user}";

    public static IEnumerable<string> Entries() =>
    [
        Entry(Root, "dcObject organization", "dc: hospital", "o: Hospital"),
        Entry(People, "organizationalUnit", "ou: people"),
        Entry($"ou=guests,{People}", "organizationalUnit", "ou: guests"),
        Entry(Groups, "organizationalUnit", "ou: groups"),
        Entry(Reader, "organizationalRole simpleSecurityObject", "cn: reader", $"userPassword: {ReaderPassword}"),
        Entry(LimitedReader, "organizationalRole simpleSecurityObject", "cn: limited", $"userPassword: {ReaderPassword}"),
        Entry($"cn=policy,{Root}", "organizationalRole pwdPolicy", "cn: policy", "pwdAttribute: userPassword", "pwdLockout: TRUE", "pwdMaxFailure: 3", "pwdMustChange: TRUE"),
        Person("amir", Amir, "displayName: Amir Haddad", "employeeNumber: 1001", $"memberOf: {Group("cardiology")}"),
        Person("berta", $"uid=berta,{People}"),
        Person("carl", $"uid=carl,{People}"),
        Person("dora", $"uid=dora,{People}"),
        Person("mona", $"uid=mona,{People}"),
        Person("lena", $"uid=lena,{People}", "pwdAccountLockedTime: 000001010000Z"),
        Person("nils", $"uid=nils,{People}", "pwdReset: TRUE"),
        Person("twin", $"uid=twin,{People}"),
        Person("twin", $"uid=twin,ou=guests,{People}"),
        Person(OddName, $"""cn=Nowak\, Łukasz \"Lu\" \+ \5Cco\; (MD)*,{People}"""),
        GroupOf("cardiology", [Amir, Group("clinical")], Group("physicians")),
        GroupOf("physicians", [Group("cardiology")], Group("clinical")),
        GroupOf("clinical", [Group("physicians")], Group("cardiology")),
        Entry(Group("committee"), "groupOfUniqueNames", "cn: committee", $"uniqueMember: {Amir}"),
        .. Enumerable.Range(0, DeepGroups).Select(n => GroupOf($"deep{n}", [n == 0 ? $"uid=dora,{People}" : Group($"deep{n - 1}")])),
        .. Enumerable.Range(0, ManyGroups).Select(n => GroupOf($"many{n}", [$"uid=mona,{People}"])),
    ];

    public static string Group(string name) => $"cn={name},{Groups}";

    private static string Person(string uid, string dn, params string[] more) =>
        Entry(dn, "inetOrgPerson", [$"uid: {uid}", $"sn: {uid}", .. dn.StartsWith("cn=", StringComparison.Ordinal) ? [] : new[] { $"cn: cn of {uid}" }, $"userPassword: {PasswordOf(uid)}", .. more]);

    private static string GroupOf(string name, string[] members, params string[] memberOf) =>
        Entry(Group(name), "groupOfNames", [$"cn: {name}", .. members.Select(m => $"member: {m}"), .. memberOf.Select(m => $"memberOf: {m}")]);

    private static string Entry(string dn, string classes, params string[] attributes)
    {
        var text = new StringBuilder();
        Line("dn", dn);
        foreach (var one in classes.Split(' '))
        {
            Line("objectClass", one);
        }

        foreach (var (name, value) in attributes.Select(a => (a[..a.IndexOf(": ", StringComparison.Ordinal)], a[(a.IndexOf(": ", StringComparison.Ordinal) + 2)..])))
        {
            Line(name, value);
        }

        return text.ToString();

        void Line(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name}:: {Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}\n");
    }
}
