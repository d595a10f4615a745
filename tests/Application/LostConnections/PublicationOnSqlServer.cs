using Dapper;
using OnCall.Application.Rosters.Uploads;
using OnCall.Application.Tests.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Application.Tests.LostConnections;

/// <summary>The connection to the server breaks at every message of a publication in turn: the roster is published once and whole, and the answer says so.</summary>
public sealed class PublicationOnSqlServer
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_roster_is_published_once_and_whole(bool answered)
    {
        await using var wire = TestDatabase.Wire();
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(wire));
        await house.WardAsync();
        var day = 0;
        await BreakEverywhere.RunAsync(wire, answered,
            prepare: () => Task.FromResult(new DateOnly(2026, 11, 1).AddDays(day++).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            act: date => house.UploadAsync($"ward-3/nurse,A1,{date} 08:00,{date} 12:00,1\nward-3/nurse,B2,{date} 12:00,{date} 20:00,1\n"),
            look: async (date, uploaded) =>
            {
                Assert.True(uploaded.Ok, uploaded.Refusal?.Detail);
                Assert.Equal(UploadStatus.Published, uploaded.Value!.Status);
                Assert.Equal("A1/1", await house.WhoAsync("ward-3/nurse", $"{date}T09:00:00+01:00"));
                Assert.Equal("B2/1", await house.WhoAsync("ward-3/nurse", $"{date}T13:00:00+01:00"));
                Assert.Equal((2 * day, day, day), await house.Get<OnCall.Data.Database>().ReadAsync(CountAsync, CancellationToken.None));
            });
    }

    private static async Task<(int Shifts, int Published, int Audited)> CountAsync(System.Data.Common.DbConnection connection) => (
        await connection.ExecuteScalarAsync<int>("select count(*) from shift where superseded_by is null"),
        await connection.ExecuteScalarAsync<int>("select count(*) from roster_upload where status = 'Published'"),
        await connection.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = 'roster.publish'"));
}
