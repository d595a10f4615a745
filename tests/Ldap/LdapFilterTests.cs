namespace OnCall.Ldap.Tests;

public sealed class LdapFilterTests
{
    [Theory]
    [InlineData("amir", "(uid=amir)")]
    [InlineData("a*b", @"(uid=a\2ab)")]
    [InlineData("(a)", @"(uid=\28a\29)")]
    [InlineData(@"a\b", @"(uid=a\5cb)")]
    [InlineData("a\0b\u001f\u007f", @"(uid=a\00b\1f\7f)")]
    [InlineData("Łukasz{0}", "(uid=Łukasz{0})")]
    public void A_value_is_only_ever_a_value(string value, string filter) => Assert.Equal(filter, LdapFilter.With("(uid={0})", value));

    [Theory]
    [InlineData("(uid={0})")]
    [InlineData("(|(uid={0})(mail={0}))")]
    public void A_filter_with_a_place_is_one(string filter) => Assert.True(LdapFilter.IsTemplate(filter));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("uid={0}")]
    [InlineData("(uid=amir)")]
    [InlineData("(uid={0}")]
    [InlineData("(uid={0}))")]
    [InlineData("(uid={0})(cn=*)")]
    [InlineData("(()uid={0})))(")]
    public void Others_are_none(string? filter) => Assert.False(LdapFilter.IsTemplate(filter));
}
