using OnCall.Application.Access.Passwords;
using OnCall.Ldap.Tests.Support;

namespace OnCall.Ldap.Tests;

/// <summary>Against OpenLDAP's own server.</summary>
public sealed class SignInTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    public async Task Somebody_signs_in_and_is_described(LdapSecurity security)
    {
        var answer = await house.CheckAsync("amir", TestPeople.PasswordOf("amir"), house.Options(security));

        Assert.Equal((DirectoryStatus.Known, null), (answer.Status, answer.Why));
        Assert.True(Guid.TryParse(answer.Person!.Subject, out _), answer.Person.Subject);
        Assert.Equal(("1001", "Amir Haddad"), (answer.Person.EmployeeNo, answer.Person.Name));
    }

    [Fact]
    public async Task The_subject_is_the_same_at_each_sign_in_and_another_for_each_person()
    {
        var first = await house.CheckAsync("amir", TestPeople.PasswordOf("amir"));
        var again = await house.CheckAsync("AMIR", TestPeople.PasswordOf("amir"));
        var other = await house.CheckAsync("berta", TestPeople.PasswordOf("berta"));

        Assert.Equal(first.Person!.Subject, again.Person!.Subject);
        Assert.NotEqual(first.Person.Subject, other.Person!.Subject);
    }

    [Fact]
    public async Task Somebody_without_a_number_or_a_display_name_is_described_by_what_there_is()
    {
        var answer = await house.CheckAsync("berta", TestPeople.PasswordOf("berta"));

        Assert.Equal((null, "cn of berta"), (answer.Person!.EmployeeNo, answer.Person.Name));
        Assert.Empty(answer.Person.Groups);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_user_get_one_answer_but_for_whom_the_audit_names()
    {
        Assert.Equal(DirectoryAnswer.Refused with { RefusedNo = "1001" }, await house.CheckAsync("amir", "guessed"));
        Assert.Equal(DirectoryAnswer.Refused, await house.CheckAsync("nobody-here", "guessed"));
        Assert.Equal(DirectoryAnswer.Refused, await house.CheckAsync("berta", "guessed"));
    }

    [Fact]
    public async Task An_unknown_user_costs_the_directory_a_bind_as_a_known_one_does()
    {
        await house.CheckAsync("unknown-one", "guessed");

        await house.Slapd.SaysAsync($"BIND dn=\"cn=nobody,{TestPeople.People}\"");
    }

    [Fact]
    public async Task A_password_that_is_empty_or_would_become_so_is_refused_without_a_bind()
    {
        // The server would call it a success: RFC 4513 §5.1.2.
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("carl", "")).Status);
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("carl", "\0")).Status);
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("carl", "\0" + TestPeople.PasswordOf("carl"))).Status);
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("carl", TestPeople.PasswordOf("carl") + "\0more")).Status);
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("carl", "\ud800")).Status);

        await house.CheckAsync("last-of-all", "guessed");
        await house.Slapd.SaysAsync("uid=last-of-all");
        Assert.DoesNotContain(house.Slapd.Log, line => line.Contains("uid=carl", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("ami*")]
    [InlineData("amir)(objectClass=*")]
    [InlineData("x)(|(uid=amir)")]
    [InlineData("*)(uid=amir))(|(uid=*")]
    [InlineData(@"am\69r")]
    [InlineData("amir\0")]
    [InlineData("am\nir")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_user_name_is_no_filter(string userName) =>
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync(userName, TestPeople.PasswordOf("amir"))).Status);

    [Fact]
    public async Task An_endless_user_name_is_refused() =>
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync(new string('a', 257), "guessed")).Status);

    [Fact]
    public async Task Somebody_whose_names_hold_every_special_character_signs_in()
    {
        var answer = await house.CheckAsync(TestPeople.OddName, TestPeople.PasswordOf(TestPeople.OddName));

        Assert.Equal((DirectoryStatus.Known, null), (answer.Status, answer.Why));
        Assert.Equal("""Nowak, Łukasz "Lu" + \co; (MD)*""", answer.Person!.Name);
    }

    [Fact]
    public async Task Two_people_of_one_user_name_are_refused_and_the_log_says_that_there_are_such()
    {
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("twin", TestPeople.PasswordOf("twin"))).Status);

        Assert.Contains(house.Log.Lines, line => line.Contains("several entries have one user name", StringComparison.Ordinal));
        Assert.DoesNotContain(house.Log.Lines, line => line.Contains("twin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_locked_account_is_told_even_with_the_right_password() =>
        Assert.Equal(DirectoryStatus.Locked, (await house.CheckAsync("lena", TestPeople.PasswordOf("lena"))).Status);

    [Fact]
    public async Task An_account_is_locked_by_wrong_passwords()
    {
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("dora", "one")).Status);
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("dora", "two")).Status);
        Assert.Equal(DirectoryStatus.Locked, (await house.CheckAsync("dora", "three")).Status);
        Assert.Equal(DirectoryStatus.Locked, (await house.CheckAsync("dora", TestPeople.PasswordOf("dora"))).Status);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_first_is_told_only_to_who_knows_it()
    {
        Assert.Equal(DirectoryStatus.Expired, (await house.CheckAsync("nils", TestPeople.PasswordOf("nils"))).Status);
        Assert.Equal(DirectoryStatus.Refused, (await house.CheckAsync("nils", "guessed")).Status);
    }

    [Fact]
    public async Task An_account_of_its_own_that_the_directory_refuses_is_told_by_the_name_of_the_setting()
    {
        var options = house.Options();
        options.BindPassword = "another";

        var answer = await house.CheckAsync("amir", TestPeople.PasswordOf("amir"), options);

        Assert.Equal(DirectoryAnswer.Unreachable("the directory refuses the account of OnCall__SignIn__Ldap__BindDn"), answer);
    }

    [Fact]
    public async Task A_base_that_is_not_there_is_told_by_the_name_of_the_setting()
    {
        var options = house.Options();
        options.PeopleBase = "ou=staff," + TestPeople.Root;

        var answer = await house.CheckAsync("amir", TestPeople.PasswordOf("amir"), options);

        Assert.Equal(DirectoryAnswer.Unreachable("the entry of OnCall__SignIn__Ldap__PeopleBase is not there, or may not be seen"), answer);
    }

    [Fact]
    public async Task The_password_of_its_own_account_is_read_from_its_file_at_each_sign_in()
    {
        using var folder = new TemporaryFolder();
        var options = house.Options();
        (options.BindPassword, options.BindPasswordFile) = (null, folder.Write("password", "old\n"));
        var directory = house.Directory(options);

        Assert.Equal(DirectoryStatus.Unreachable, (await directory.CheckAsync("amir", TestPeople.PasswordOf("amir"), default)).Status);
        folder.Write("password", TestPeople.ReaderPassword + "\n");

        Assert.Equal(DirectoryStatus.Known, (await directory.CheckAsync("amir", TestPeople.PasswordOf("amir"), default)).Status);
    }

    [Fact]
    public async Task Whatever_happens_no_password_and_no_user_name_is_written_down()
    {
        var wrong = house.Options();
        wrong.Port = 1;
        var answers = new[]
        {
            await house.CheckAsync("amir", "canary-secret"),
            await house.CheckAsync("canary-user", "canary-secret"),
            await house.CheckAsync("amir", "canary-secret", wrong),
            await house.CheckAsync("canary-user", "canary-secret", wrong),
            await house.CheckAsync("amir", "canary-secret", new() { Host = "127.0.0.1", Port = 1, BindDn = TestPeople.Reader, BindPassword = "canary-secret", PeopleBase = TestPeople.People }),
        };

        Assert.Equal(3, answers.Count(a => a.Status == DirectoryStatus.Unreachable));
        Assert.NotEmpty(house.Log.Lines);
        Assert.DoesNotContain(answers.Select(a => $"{a}").Concat(house.Log.Lines), line => line.Contains("canary", StringComparison.Ordinal));
    }
}
