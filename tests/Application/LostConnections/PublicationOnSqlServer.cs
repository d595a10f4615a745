using System.Globalization;
using Dapper;
using OnCall.Application.Rosters.Uploads;
using OnCall.Application.Tests.Rosters;
using OnCall.Data;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Application.Tests.LostConnections;

/// <summary>The connection to the server breaks at every message of a publication in turn: the roster is published once and whole, and the answer says so.</summary>
public sealed class PublicationOnSqlServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    // The more of them go by a bulk load.
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    [InlineData(false, 150)]
    [InlineData(true, 150)]
    public async Task A_roster_is_published_once_and_whole(bool answered, int shifts)
    {
        await using var wire = TestDatabase.Wire();
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(wire));
        await house.WardAsync();
        var day = 0;
        await BreakEverywhere.RunAsync(wire, answered,
            prepare: () => Task.FromResult(DayOf(day++)),
            act: date => house.UploadAsync(ShiftsOf(date, shifts)),
            look: async (date, uploaded) =>
            {
                Assert.True(uploaded.Ok, uploaded.Refusal?.Detail);
                Assert.Equal(UploadStatus.Published, uploaded.Value!.Status);
                Assert.Equal("A1/1", await house.WhoAsync("ward-3/nurse", $"{date}T00:01:00+01:00"));
                Assert.Equal("B2/1", await house.WhoAsync("ward-3/nurse", $"{date}T00:10:00+01:00"));
                Assert.Equal((shifts * day, day, day), await CountAsync(house));
            });
        Assert.Equal(shifts > 100, wire.HasLoaded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_server_stays_away_a_roster_is_in_force_whole_or_not_at_all_and_whoever_asked_hears_what_is_known(bool answered)
    {
        const int Shifts = 150;
        await using var wire = TestDatabase.Wire();
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(wire, Patience));
        await house.WardAsync();
        var day = 0;
        await BreakEverywhere.RunAsync(wire, answered, andStayDown: true,
            prepare: () => Task.FromResult(DayOf(day++)),
            act: async date =>
            {
                WrittenSoFar.Begin();
                return (Told: await BreakEverywhere.TriedAsync(async () => Assert.True((await house.UploadAsync(ShiftsOf(date, Shifts))).Ok)), WrittenSoFar.Any);
            },
            look: async (date, told) =>
            {
                var (there, _, _) = await CountAsync(house);
                Assert.Contains(there, new[] { Shifts * (day - 1), Shifts * day });
                Assert.True(there == Shifts * (day - 1) || told.Told is null or OutcomeUnknownException || told.Any, $"{told}");
                Assert.True(there == Shifts * day || told.Told is not null, "Nothing was said of a roster that is not in force.");
                var again = await house.UploadAsync(ShiftsOf(date, Shifts));
                Assert.True(again.Ok, again.Refusal?.Detail);
                Assert.Equal(Shifts * day, (await CountAsync(house)).Shifts);
            });
    }

    private static string DayOf(int day) => new DateOnly(2026, 11, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Nine minutes each, of one and the other.
    private static string ShiftsOf(string date, int count) => string.Concat(Enumerable.Range(0, count).Select(n =>
        $"ward-3/nurse,{(n % 2 == 0 ? "A1" : "B2")},{date} {TimeOf(9 * n)},{date} {TimeOf(9 * (n + 1))},1\n"));

    private static string TimeOf(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private static Task<(int Shifts, int Published, int Audited)> CountAsync(House house) => house.Get<Database>().ReadAsync(CountAsync, CancellationToken.None);

    private static async Task<(int Shifts, int Published, int Audited)> CountAsync(System.Data.Common.DbConnection connection) => (
        await connection.ExecuteScalarAsync<int>("select count(*) from shift where superseded_by is null"),
        await connection.ExecuteScalarAsync<int>("select count(*) from roster_upload where status = 'Published'"),
        await connection.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = 'roster.publish'"));
}
