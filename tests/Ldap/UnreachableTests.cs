using System.Diagnostics;
using Microsoft.Extensions.Options;
using OnCall.Application.Access.Passwords;
using OnCall.Ldap.Tests.Support;

namespace OnCall.Ldap.Tests;

/// <summary>A directory that is not there, or not what it should be. Nobody waits for it longer than the settings say.</summary>
public sealed class UnreachableTests
{
    // The time-out is 1 s; a busy machine may take its time, and without one it would be minutes or for ever.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    [InlineData(LdapSecurity.Plain)]
    public async Task A_server_that_says_nothing_is_left_in_time(LdapSecurity security)
    {
        await using var silent = new FakeDirectory(_ => null);

        await AssertLeftInTimeAsync(silent, security);
    }

    [Theory]
    [InlineData("bind")]
    [InlineData("search")]
    [InlineData("persons-bind")]
    public async Task A_server_that_falls_silent_later_is_left_in_time(string at)
    {
        await using var silent = new FakeDirectory(request => (request.Operation, request.Dn) switch
        {
            (FakeDirectory.Bind, "cn=reader") => at == "bind" ? null : new(),
            (FakeDirectory.Search, _) => at == "search" ? null : FakeReply.Entry("cn=amir", ("entryUUID", "x")),
            _ => at == "persons-bind" ? null : new(),
        });

        await AssertLeftInTimeAsync(silent, LdapSecurity.Plain);
        Assert.DoesNotContain(silent.Requests, r => at != "persons-bind" && r.Password == "guessed");
    }

    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    [InlineData(LdapSecurity.Plain)]
    public async Task A_server_that_hangs_up_is_out_of_reach(LdapSecurity security)
    {
        await using var closing = new FakeDirectory(_ => FakeReply.Close);

        Assert.Equal(DirectoryStatus.Unreachable, (await Directory(closing.Port, security).CheckAsync("amir", "guessed", Test)).Status);
        Assert.DoesNotContain(closing.Requests, r => r.Bytes.Contains("guessed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(52)]
    public async Task A_server_without_start_tls_is_told_no_password(int code)
    {
        await using var plain = new FakeDirectory(request => request.Operation == FakeDirectory.Extended ? new(code, "no TLS here") : new());

        Assert.Equal(DirectoryStatus.Unreachable, (await Directory(plain.Port, LdapSecurity.StartTls).CheckAsync("amir", "guessed", Test)).Status);
        Assert.DoesNotContain(plain.Requests, r => r.Operation == FakeDirectory.Bind);
        Assert.NotEmpty(plain.Requests);
    }

    [Fact]
    public async Task A_server_that_claims_to_begin_tls_and_goes_on_in_the_clear_is_told_no_password()
    {
        await using var plain = new FakeDirectory(_ => new());

        Assert.Equal(DirectoryStatus.Unreachable, (await Directory(plain.Port, LdapSecurity.StartTls).CheckAsync("amir", "guessed", Test)).Status);
        Assert.DoesNotContain(plain.Requests, r => r.Operation == FakeDirectory.Bind);
    }

    [Fact]
    public async Task A_server_where_nobody_listens_is_out_of_reach() =>
        Assert.Equal(DirectoryStatus.Unreachable, (await Directory(1, LdapSecurity.Ldaps).CheckAsync("amir", "guessed", Test)).Status);

    [Fact]
    public async Task Many_at_once_hold_few_threads()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FakeDirectory(Amir, gate.Task);
        var directory = Directory(server.Port, LdapSecurity.Plain, 30);

        var checks = Enumerable.Range(0, 40).Select(_ => directory.CheckAsync("amir", "guessed", Test)).ToArray();
        while (server.MostAtOnce < LdapDirectory.AtOnce)
        {
            await Task.Delay(10, Test);
        }

        gate.SetResult();

        Assert.All(await Task.WhenAll(checks), a => Assert.Equal((DirectoryStatus.Known, "abc"), (a.Status, a.Person?.Subject)));
        Assert.Equal(8, server.MostAtOnce);
    }

    [Theory]
    [InlineData(LdapSecurity.Ldaps, false)]
    [InlineData(LdapSecurity.StartTls, false)]
    [InlineData(LdapSecurity.StartTls, true)]
    [InlineData(LdapSecurity.Plain, false)]
    public async Task Sign_ins_that_got_no_answer_leave_their_places_to_others(LdapSecurity security, bool beginsTls)
    {
        var talks = false;
        await using var server = new FakeDirectory(request =>
            Volatile.Read(ref talks) || (beginsTls && request.Operation == FakeDirectory.Extended) ? Amir(request) : null);
        var directory = Directory(server.Port, security);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2 * LdapDirectory.AtOnce).Select(_ => directory.CheckAsync("amir", "guessed", Test)));
        Assert.All(answers, a => Assert.Equal(DirectoryStatus.Unreachable, a.Status));
        Volatile.Write(ref talks, true);

        // The library's own time-outs may end a moment after the sign-ins that they belong to.
        var answer = answers[0];
        for (var tries = 0; tries < 10 && (tries == 0 || answer.Why?.StartsWith("8 sign-ins", StringComparison.Ordinal) == true); tries++)
        {
            answer = await directory.CheckAsync("amir", "guessed", Test);
        }

        // The server that talks again does so in the clear, which is no answer where TLS was asked for; but it was asked.
        Assert.Equal(security == LdapSecurity.Plain ? DirectoryStatus.Known : DirectoryStatus.Unreachable, answer.Status);
        Assert.DoesNotContain("8 sign-ins", answer.Why ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_no_longer_is_not_kept()
    {
        await using var silent = new FakeDirectory(_ => null);
        using var leave = new CancellationTokenSource();
        var check = Directory(silent.Port, LdapSecurity.Plain, 30).CheckAsync("amir", "guessed", leave.Token);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public void A_library_that_is_missing_is_told_with_what_to_install()
    {
        Assert.Null(LdapLibrary.Missing(LdapLibrary.Names));
        var line = LdapLibrary.Missing(["libldap-not-there.so.9"]);
        Assert.Contains("libldap-2.5-0 (Debian 12", line, StringComparison.Ordinal);
        Assert.Contains("libldap-not-there.so.9", line, StringComparison.Ordinal);
        Assert.Equal("the library of OpenLDAP cannot be used", LdapTrouble.Why(new TypeInitializationException("Ldap", new DllNotFoundException()), new()));
    }

    private static async Task AssertLeftInTimeAsync(FakeDirectory server, LdapSecurity security)
    {
        var from = Stopwatch.GetTimestamp();

        var answer = await Directory(server.Port, security).CheckAsync("amir", "guessed", Test);

        Assert.Equal(DirectoryAnswer.Unreachable("the directory gave no answer within 1 s"), answer);
        Assert.InRange(Stopwatch.GetElapsedTime(from), TimeSpan.Zero, Soon);
    }

    private static FakeReply Amir(FakeRequest request) => request is { Operation: FakeDirectory.Search, Dn: "ou=people" }
        ? FakeReply.Entry("cn=amir", ("entryUUID", "ABC"), ("cn", "Amir"))
        : new();

    private static LdapDirectory Directory(int port, LdapSecurity security, int seconds = 1) => new(
        Options.Create(new LdapOptions
        {
            Host = "127.0.0.1", Port = port, Security = security, BindDn = "cn=reader", BindPassword = "reads-people", PeopleBase = "ou=people", TimeoutSeconds = seconds,
        }),
        new LogLines());
}
