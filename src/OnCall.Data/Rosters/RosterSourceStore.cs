using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Schema;

namespace OnCall.Data.Rosters;

/// <summary>The sources of rosters, in either database.</summary>
public sealed class RosterSourceStore(Database database) : IRosterSources
{
    private readonly SqlText _sql = SqlText.For<RosterSourceStore>(database.Provider);

    public Task<RosterSource?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<SourceRow>(_sql["Find"], new { name }))?.ToSource(),
        cancellationToken);

    public async Task SaveAsync(RosterSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            await WriteAsync(source, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Another node made it in the same moment; now it is there to be changed.
            await WriteAsync(source, cancellationToken);
        }
    }

    private Task<bool> WriteAsync(RosterSource source, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var values = new { name = source.Name, settings = DraftJson.Write(source.Settings), updatedAt = source.UpdatedAt, updatedBy = source.UpdatedBy };
            return await connection.ExecuteAsync(_sql["Update"], values, transaction) > 0
                || await connection.ExecuteAsync(_sql["Insert"], values, transaction) > 0;
        },
        cancellationToken);

    private sealed class SourceRow
    {
        public string Name { get; set; } = "";

        public string Settings { get; set; } = "";

        public Instant UpdatedAt { get; set; }

        public string UpdatedBy { get; set; } = "";

        public RosterSource ToSource() => new(Name, DraftJson.ReadSettings(Settings), UpdatedAt, UpdatedBy);
    }
}
