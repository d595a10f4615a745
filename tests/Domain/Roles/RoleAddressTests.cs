using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Roles;

public sealed class RoleAddressTests
{
    [Theory]
    [InlineData("Cardiology – duty physician", "CARDIOLOGY - DUTY PHYSICIAN")]
    [InlineData("Cardiology – duty physician", "cardiology—duty  physician")]
    [InlineData("Cardiology – duty physician", "Cardiology/Dutyphysician")]
    [InlineData("Ward 21 − Nurse", "ward 21 ‐ nurse")]
    [InlineData("Ward 21 -- Nurse", "Ward 21 - Nurse")]
    [InlineData("cardiology/duty-physician", "Ｃａｒｄｉｏｌｏｇｙ／ｄｕｔｙ－ｐｈｙｓｉｃｉａｎ")]
    [InlineData("循環器　当直医", "循環器当直医")]
    [InlineData("ｼﾞｭﾝｶﾝｷ", "ジュンカンキ")]
    [InlineData("センター当直", "センタ-当直")]
    [InlineData("Ward\u00A021", "Ward\u200B21")]
    [InlineData("ΤΜΗΜΑΣ", "τμημας")]
    public void Case_width_spaces_and_the_kind_of_dash_do_not_count(string one, string other) => Assert.Equal(Read(one), Read(other));

    [Theory]
    [InlineData("Ward 21", "Ward 12")]
    [InlineData("Cardiology - duty", "Cardiology duty")]
    [InlineData("か", "カ")]
    [InlineData("resume", "résumé")]
    [InlineData("Ward 2 1", "Ward 2-1")]
    public void Letters_digits_accents_and_dashes_count(string one, string other) => Assert.NotEqual(Read(one), Read(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000")]
    [InlineData("– /")]
    [InlineData("\u200B")]
    public void Nothing_to_look_for_is_no_address(string? text) => Assert.False(RoleAddress.TryParse(text, out _));

    [Fact]
    public void Half_a_character_is_no_address() => Assert.False(RoleAddress.TryParse("half " + (char)0xD800 + " one", out _));

    [Fact]
    public void What_is_no_character_is_no_address() => Assert.False(RoleAddress.TryParse("no \ufffe sign", out _));

    [Fact]
    public void An_address_that_grows_too_long_in_normal_form_is_refused()
    {
        Assert.True(RoleAddress.TryParse(new string('a', RoleAddress.MaxLength), out _));
        Assert.False(RoleAddress.TryParse(new string('a', RoleAddress.MaxLength + 1), out _));
        Assert.False(RoleAddress.TryParse(string.Concat(Enumerable.Repeat("㍿", 60)), out _));
    }

    [Fact]
    public void What_was_written_is_kept_for_people_to_read() => Assert.Equal("Cardiology – duty physician", Read(" Cardiology – duty physician ").Written);

    private static RoleAddress Read(string text)
    {
        Assert.True(RoleAddress.TryParse(text, out var address));
        return address;
    }
}
