using NodaTime;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

public abstract class AccountStoreContract
{
    private static readonly Instant Until = AccessData.Now + Duration.FromMinutes(5);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Everybody_has_an_account_with_nothing_in_it()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var account = await data.Accounts.FindAsync("n001", CancellationToken.None);
        Assert.Equal(("N001", true, 0), (account?.EmployeeNo, account!.Active, account.Version));
        Assert.Null(account.PasswordHash);
        Assert.Null(await data.Accounts.FindAsync("N404", CancellationToken.None));
    }

    [Fact]
    public async Task What_is_set_is_read_and_one_of_two_writers_is_told_that_the_other_was_first()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var empty = (await data.Accounts.FindAsync(data.Ann, CancellationToken.None))!;
        Assert.True(await data.Accounts.SaveAsync(empty with { PasswordHash = "one" }, AccessData.Audit("account.password"), CancellationToken.None));
        Assert.False(await data.Accounts.SaveAsync(empty with { PasswordHash = "two" }, AccessData.Audit("account.password"), CancellationToken.None));

        var read = (await data.Accounts.FindAsync(data.Ann, CancellationToken.None))!;
        Assert.True(await data.Accounts.SaveAsync(read with { TotpSecret = "sealed", SecondFactor = true }, AccessData.Audit("second-factor.enrol"), CancellationToken.None));
        Assert.False(await data.Accounts.SaveAsync(read with { PasswordHash = "three" }, AccessData.Audit("account.password"), CancellationToken.None));
        var last = (await data.Accounts.FindAsync(data.Ann, CancellationToken.None))!;
        Assert.Equal(("one", "sealed", true, 2), (last.PasswordHash, last.TotpSecret, last.SecondFactor, last.Version));
        Assert.Equal((1, 1), (await data.AuditCountAsync("account.password"), await data.AuditCountAsync("second-factor.enrol")));
    }

    [Fact]
    public async Task Too_many_tries_lock_for_a_while_and_success_forgets_them()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await data.WithPasswordAsync(data.Ann);
        Assert.True(await TryAsync(data, AccessData.Now));
        Assert.True(await TryAsync(data, AccessData.Now));
        await data.Accounts.ForgetTriesAsync(data.Ann, CancellationToken.None);
        Assert.True(await TryAsync(data, AccessData.Now));
        Assert.True(await TryAsync(data, AccessData.Now));
        Assert.True(await TryAsync(data, AccessData.Now), "The third is looked at, and is the last.");
        Assert.False(await TryAsync(data, AccessData.Now));
        Assert.Equal(Until, (await data.Accounts.FindAsync(data.Ann, CancellationToken.None))!.LockedUntil);
        Assert.False(await TryAsync(data, Until - Duration.FromMilliseconds(1)));
        Assert.True(await TryAsync(data, Until));
    }

    [Fact]
    public async Task Tries_side_by_side_are_all_counted()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await data.WithPasswordAsync(data.Ann);
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryAsync(data, AccessData.Now))));
        Assert.Equal(3, tries.Count(t => t));
    }

    [Fact]
    public async Task Tries_of_somebody_without_a_password_are_counted_too_and_one_set_later_is_taken()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryAsync(data, AccessData.Now))));
        Assert.Equal(3, tries.Count(t => t));
        var account = (await data.Accounts.FindAsync(data.Ann, CancellationToken.None))!;
        Assert.Null(account.PasswordHash);
        Assert.True(await data.Accounts.SaveAsync(account with { PasswordHash = "one" }, AccessData.Audit("account.password"), CancellationToken.None));
    }

    [Fact]
    public async Task A_try_that_is_given_back_does_not_count_and_does_not_lock()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await TryAsync(data, AccessData.Now));
            await data.Accounts.GiveBackTryAsync(data.Ann, 3, Until, CancellationToken.None);
        }

        Assert.True(await TryAsync(data, AccessData.Now));
        Assert.True(await TryAsync(data, AccessData.Now));
        Assert.True(await TryAsync(data, AccessData.Now));
        await data.Accounts.GiveBackTryAsync(data.Ann, 3, Until, CancellationToken.None);
        Assert.True(await TryAsync(data, AccessData.Now), "The third was given back.");
        Assert.False(await TryAsync(data, AccessData.Now));
    }

    [Fact]
    public async Task A_step_is_taken_once_and_no_earlier_one_after_it()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await data.WithPasswordAsync(data.Ann);
        Assert.True(await data.Accounts.TakeStepAsync(data.Ann, 100, CancellationToken.None));
        Assert.False(await data.Accounts.TakeStepAsync(data.Ann, 100, CancellationToken.None));
        Assert.False(await data.Accounts.TakeStepAsync(data.Ann, 99, CancellationToken.None));
        Assert.True(await data.Accounts.TakeStepAsync(data.Ann, 101, CancellationToken.None));
    }

    [Fact]
    public async Task A_recovery_code_is_used_once_by_its_owner()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await data.Accounts.ReplaceCodesAsync(data.Ann, [Hash('a'), Hash('b')], AccessData.Audit("second-factor.codes"), CancellationToken.None);
        Assert.False(await UseAsync(data, data.Bob, 'a'));
        Assert.True(await UseAsync(data, data.Ann, 'a'));
        Assert.False(await UseAsync(data, data.Ann, 'a'));
        Assert.Equal(1, await data.Accounts.CountCodesAsync(data.Ann, CancellationToken.None));
        Assert.Equal(1, await data.AuditCountAsync("second-factor.recover"));

        await data.Accounts.ReplaceCodesAsync(data.Ann, [Hash('c')], AccessData.Audit("second-factor.codes"), CancellationToken.None);
        Assert.False(await UseAsync(data, data.Ann, 'b'));
    }

    private static string Hash(char sign) => new(sign, 64);

    private static Task<bool> TryAsync(AccessData data, Instant now) => data.Accounts.CountTryAsync(data.Ann, now, 3, Until, CancellationToken.None);

    private static Task<bool> UseAsync(AccessData data, Domain.Directory.PersonId person, char sign) =>
        data.Accounts.UseCodeAsync(person, Hash(sign), AccessData.Audit("second-factor.recover"), CancellationToken.None);
}

public sealed class AccountStoreOnSqlite : AccountStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AccountStoreOnSqlServer : AccountStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
