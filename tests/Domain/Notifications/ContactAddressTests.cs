using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Domain.Tests.Notifications;

public sealed class ContactAddressTests
{
    [Theory]
    [InlineData(ContactMethodKind.Sms, "+32 470 55-01.99", "+32470550199")]
    [InlineData(ContactMethodKind.Voice, " +1 (555) 010-0199 ", "+15550100199")]
    [InlineData(ContactMethodKind.Snpp, "555 0199", "5550199")]
    [InlineData(ContactMethodKind.Mail, " ann@ward-21.hospital.example ", "ann@ward-21.hospital.example")]
    [InlineData(ContactMethodKind.Push, "dGVzdA:APA91b-x_y", "dGVzdA:APA91b-x_y")]
    [InlineData(ContactMethodKind.InApp, null, "inbox")]
    public void An_address_is_kept_in_one_form(ContactMethodKind kind, string? written, string kept)
    {
        Assert.Equal(kept, ContactAddress.Tidy(kind, written));
        Assert.Null(ContactAddress.Problem(kind, kept));
    }

    [Theory]
    [InlineData(ContactMethodKind.Sms, "0470550199")]
    [InlineData(ContactMethodKind.Sms, "+0470550199")]
    [InlineData(ContactMethodKind.Sms, "+3247")]
    [InlineData(ContactMethodKind.Sms, "+1234567890123456")]
    [InlineData(ContactMethodKind.Voice, "+32470550199;ext=1")]
    [InlineData(ContactMethodKind.Snpp, "A12")]
    [InlineData(ContactMethodKind.Tap, "")]
    [InlineData(ContactMethodKind.Wctp, "123456789012345678901")]
    [InlineData(ContactMethodKind.Push, "short")]
    [InlineData(ContactMethodKind.Push, "two words here")]
    [InlineData(ContactMethodKind.Mail, "ann")]
    [InlineData(ContactMethodKind.Mail, "ann@")]
    [InlineData(ContactMethodKind.Mail, "ann@b@c.example")]
    [InlineData(ContactMethodKind.Mail, "Ann <ann@c.example>")]
    [InlineData(ContactMethodKind.Mail, "ann..b@c.example")]
    [InlineData(ContactMethodKind.Mail, "ann@c.example\nBcc: x@y.example")]
    public void An_address_of_another_form_is_told_what_to_write(ContactMethodKind kind, string address) =>
        Assert.StartsWith("Write ", ContactAddress.Problem(kind, ContactAddress.Tidy(kind, address)), StringComparison.Ordinal);
}
