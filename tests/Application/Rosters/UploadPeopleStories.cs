using OnCall.Application.Directory;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class UploadPeopleStories
{
    private const string Times = "2026-10-12 07:00,2026-10-12 15:00";

    [Theory]
    [InlineData("Ada Okafor")]
    [InlineData("okafor, ada")]
    [InlineData("ＡＤＡ　Okafor")]
    public async Task A_file_without_numbers_knows_people_by_their_names(string name)
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        await house.UploadAsync(House.Request($"Role;Name;Start;End\nClinic;{name};{Times.Replace(',', ';')}\n"));

        Assert.Equal("A1/1", await house.WhoAsync("Clinic", "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task A_name_that_two_people_bear_is_never_guessed()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.PersonAsync("D4", "Ada Okafor");

        var answer = await house.UploadAsync(House.Request($"Role,Name,Start,End\nClinic,Ada Okafor,{Times}\n"));

        Assert.Equal(["2 Name ambiguous-person"], House.Errors(answer));
        Assert.Contains("A1, D4", Message(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "Ada Okafer", "Ada Okafor (A1)")]
    [InlineData("Employee no", "A11", "Ada Okafor (A1)")]
    public async Task Somebody_unknown_is_told_with_the_nearest_and_never_taken_for_them(string heading, string value, string nearest)
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(House.Request($"Role,{heading},Start,End\nClinic,{value},{Times}\n"));

        Assert.Equal([$"2 {heading} unknown-person"], House.Errors(answer));
        Assert.Contains(nearest, Message(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_address_names_the_person_whom_mail_reaches_there()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var mail = new ContactMethod(new ContactMethodId(House.Id(50)), ContactMethodKind.Mail, "Ada@Example.org", Verified: true);
        await house.Get<IPersonStore>().SaveAsync(
            new Person(new PersonId(House.Id(51)), "M1", "Mia Mail", true, null, null, [mail]), [], isNew: true, new AuditEntry(default, "system", "test", "test", "{}"), CancellationToken.None);

        await house.UploadAsync(House.Request($"Role,E-mail,Start,End\nClinic,ada@example.ORG,{Times}\n"));

        Assert.Equal("M1/1", await house.WhoAsync("Clinic", "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task Somebody_who_is_known_by_name_alone_is_made_once_with_a_number_of_the_name()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.PersonAsync("Nia.New", "Another");

        var answer = await house.UploadAsync(House.Request($"Role,Name,Start,End\nClinic,Nia New,{Times}\nClinic,NIA new,2026-10-12 15:00,2026-10-12 23:00\n") with { CreateMissing = true });

        Assert.True(answer.Ok);
        Assert.Equal(["Nia.New-2/1", "Nia.New-2/1"], [await house.WhoAsync("Clinic", "2026-10-12T08:00Z"), await house.WhoAsync("Clinic", "2026-10-12T18:00Z")]);
    }

    [Fact]
    public async Task A_department_and_a_role_together_are_the_role()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(House.Request($"Department,Role,Employee no,Start,End\nWard 3,Nurse,A1,{Times}\nWard 3,Ward 3 – Nurse,B2,{Times}\nICU,Clinic,C3,{Times}\n"));

        Assert.Equal("A1/1 B2/1", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
        Assert.Equal(["4 Role department-differs"], House.Warnings(answer));
    }

    [Fact]
    public async Task One_person_on_two_roles_at_once_warns_also_when_the_other_role_was_published_before()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"Clinic,A1,{Times},1\n");

        var answer = await house.UploadAsync($"Ward 3 – Nurse,A1,2026-10-12 14:00,2026-10-12 22:00,1\n");

        Assert.Equal(["2 Start double-booked"], House.Warnings(answer));
        Assert.Contains("'Clinic' and on 'Ward 3 – Nurse' at once, first from 2026-10-12 14:00 to 2026-10-12 15:00", answer.Value!.Problems.Single(p => p.Code == "double-booked").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cover_counts_as_being_on_and_a_shift_that_somebody_else_covers_does_not()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"Clinic,A1,{Times},1\n");
        await house.CoverAsync("Clinic", "B2", "2026-10-12T07:00+02:00", "2026-10-12T15:00+02:00", "A1");

        var answer = await house.UploadAsync(
            "Ward 3 – Nurse,A1,2026-10-12 14:00,2026-10-12 18:00,1\nWard 3 – Nurse,B2,2026-10-12 14:30,2026-10-12 22:00,2\n");

        var twice = answer.Value!.Problems.Single(p => p.Code == "double-booked");
        Assert.Equal(3, twice.Row);
        Assert.Contains("Bram Peeters is on 'Clinic' and on 'Ward 3 – Nurse' at once, first from 2026-10-12 14:30 to 2026-10-12 15:00", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_day_without_a_break_warns_over_roles_and_uploads()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync("Clinic,A1,2026-10-12 07:00,2026-10-12 19:00,1\n");

        var whole = await house.UploadAsync("Ward 3 – Nurse,A1,2026-10-12 19:00,2026-10-13 07:00,1\n");
        var longer = await house.UploadAsync("Ward 3 – Nurse,A1,2026-10-12 19:00,2026-10-13 07:30,1\n");

        Assert.Empty(House.Warnings(whole));
        Assert.Equal(["2 End over-24-hours"], House.Warnings(longer));
    }

    [Fact]
    public async Task Whoever_publishes_over_somebody_elses_roster_is_told()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"Clinic,A1,{Times},1\n");

        var other = await house.UploadAsync($"Clinic,B2,{Times},1\n", publish: false, caller: House.Scheduler with { Name = "Olga Other" });
        var same = await house.UploadAsync($"Clinic,B2,{Times},1\n", publish: false);

        Assert.Equal(["2 Role published-by-another"], House.Warnings(other));
        Assert.Empty(House.Warnings(same));
    }

    private static string Message(Answer<Application.Rosters.Uploads.RosterUploadView> answer) => ((IReadOnlyList<RosterProblem>)answer.Refusal!.Extras["problems"]!).Single().Message;
}
