using Dapper;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Data.Directory;

/// <summary>The keys and whom they speak for.</summary>
public sealed class KeyStore(Database database) : IKeyReads
{
    private readonly SqlText _sql = SqlText.For<KeyStore>(database.Provider);

    public Task<KeyHolder?> FindByHashAsync(string hash, CancellationToken cancellationToken) =>
        HolderAsync("HolderByHash", new { hash }, cancellationToken);

    public Task<KeyHolder?> FindAsync(ApiKeyId key, CancellationToken cancellationToken) =>
        HolderAsync("HolderById", new { key }, cancellationToken);

    private Task<KeyHolder?> HolderAsync(string statement, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<HolderRow>(new CommandDefinition(_sql[statement], parameters, cancellationToken: cancellationToken));
            if (row is null)
            {
                return null;
            }

            if (row.PersonId is not { } person)
            {
                return new KeyHolder(row.KeyId, new Caller("integration:" + row.Integration, null, row.Integration!, KeyPermissions.Read(row.Permissions)), row.ExpiresAt);
            }

            var grants = await connection.QueryAsync<GrantRow>(new CommandDefinition(_sql["GrantsOfPerson"], new { person }, cancellationToken: cancellationToken));
            return new KeyHolder(row.KeyId, new Caller("person:" + row.EmployeeNo, person, row.Name!, [.. grants.Select(g => g.ToGrant())]), row.ExpiresAt);
        },
        cancellationToken);

    private sealed class HolderRow
    {
        public ApiKeyId KeyId { get; set; }

        public string? Integration { get; set; }

        public string Permissions { get; set; } = "";

        public Instant? ExpiresAt { get; set; }

        public PersonId? PersonId { get; set; }

        public string? EmployeeNo { get; set; }

        public string? Name { get; set; }
    }
}
