using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Api.Tests.Audit;
using OnCall.Application.Audit;
using OnCall.Data;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>Checking the audit trail by a button.</summary>
public sealed class VerifyByScreenTests
{
    [Fact]
    public async Task The_button_says_sound_and_after_a_change_names_the_entry()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.Services.GetRequiredService<SealAudit>().RunAsync(CancellationToken.None);
        var browser = await ward.SignInAsync("auditor");
        var screen = await browser.PressAsync(await browser.OpenAsync("/audit"), "Verify now");
        Assert.StartsWith("Sound.", screen.QuerySelector("main [role=status]")!.TextContent.Trim(), StringComparison.Ordinal);

        await ward.Services.GetRequiredService<Database>().WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                AuditHouse.Unguard + "update audit_entry set actor = 'person:nobody' where action = 'role.put' and subject = 'role:surgery';",
                transaction: transaction),
            CancellationToken.None);

        screen = await browser.PressAsync(screen, "Verify now");
        var said = screen.QuerySelector("main [role=alert]")!.TextContent;
        Assert.Contains("Not sound: 1 findings.", said, StringComparison.Ordinal);
        Assert.Contains("person:nobody, role.put, role:surgery", said, StringComparison.Ordinal);
    }
}
