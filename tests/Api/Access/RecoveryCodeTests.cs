using OnCall.Api.Auth.SecondFactor;
using OnCall.Domain.Directory;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class RecoveryCodeTests
{
    private static readonly PersonId Ann = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly PersonId Bob = new(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void It_is_stored_as_slowly_as_a_password_and_otherwise_for_each_person()
    {
        // Computed with Python's hashlib.pbkdf2_hmac.
        Assert.Equal("24faae412796727363f7b4732dbb557c4e669ac5ec0df5f33590576f7a1cb9ae", RecoveryCode.Hash(Ann, "ABCDE fghjk"));
        Assert.NotEqual(RecoveryCode.Hash(Ann, "abcde-fghjk"), RecoveryCode.Hash(Bob, "abcde-fghjk"));
    }

    [Fact]
    public void Only_what_has_ten_signs_can_be_one()
    {
        Assert.True(RecoveryCode.IsLike(RecoveryCode.Make()));
        Assert.True(RecoveryCode.IsLike(" ABCDE fghjk"));
        Assert.False(RecoveryCode.IsLike("123456"));
        Assert.False(RecoveryCode.IsLike(new string('a', 1000)));
    }
}
