using OnCall.Application.Access.Passwords;
using Xunit;

namespace OnCall.Application.Tests.Access;

public sealed class DistinguishedNameTests
{
    [Theory]
    [InlineData("CN=Cardiology,OU=Groups,DC=hospital,DC=example", "cn=cardiology,ou=groups,dc=hospital,dc=example")]
    [InlineData(" cn = Cardiology , ou = Groups ", "cn=cardiology,ou=groups")]
    [InlineData("cn=a;ou=b", "cn=a,ou=b")]
    [InlineData("cn=On   Call", "cn=on call")]
    [InlineData("""cn=Nowak\, Łukasz""", """cn=nowak\2c łukasz""")]
    [InlineData("""cn=Nowak\2C \C5\81ukasz""", """cn=nowak\2c łukasz""")]
    [InlineData("cn=\"Nowak, Łukasz\"", """cn=nowak\2c łukasz""")]
    [InlineData("""cn=a\\b\+c\=d\"e""", """cn=a\5cb\2bc\3dd\22e""")]
    [InlineData("uid=amir+cn=Amir,ou=x", "cn=amir+uid=amir,ou=x")]
    [InlineData("cn=Amir+uid=amir,ou=x", "cn=amir+uid=amir,ou=x")]
    [InlineData("""cn=a\ ,ou=x""", "cn=a,ou=x")]
    [InlineData("cn=e\u0301", "cn=\u00e9")]
    [InlineData("cn=😀", "cn=😀")]
    public void Names_that_mean_the_same_are_written_the_same(string name, string normal)
    {
        Assert.Equal(normal, DistinguishedName.Normal(name));
        Assert.Equal(normal, DistinguishedName.Normal(normal));
    }

    [Theory]
    [InlineData("cn=a,ou=b", """cn=a\,ou=b""")]
    [InlineData("cn=a,ou=b", """cn="a,ou=b" """)]
    [InlineData("cn=a,ou=b,dc=c", "cn=b,ou=a,dc=c")]
    [InlineData("cn=a+ou=b", "cn=a,ou=b")]
    [InlineData("""cn=a\2cou=b""", "cn=a,ou=b")]
    [InlineData("""cn=\5c2c""", """cn=\2c""")]
    public void Names_that_mean_something_else_are_written_otherwise(string one, string other) =>
        Assert.NotEqual(DistinguishedName.Normal(one), DistinguishedName.Normal(other));

    [Theory]
    [InlineData("", "")]
    [InlineData("  Cardiology ", "cardiology")]
    [InlineData("=x", "=x")]
    [InlineData("cn=a,,ou=b", "cn=a,,ou=b")]
    [InlineData("""CN=a\""", """cn=a\""")]
    public void What_is_no_name_comes_back_as_it_is(string name, string normal) => Assert.Equal(normal, DistinguishedName.Normal(name));
}
