using Dapper;
using OnCall.Application.Rosters;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;

namespace OnCall.Data.Rosters;

/// <summary>The people of rosters, many at a time.</summary>
public sealed class RosterPeopleStore(Database database) : IRosterPeople
{
    private const int Batch = 1000;
    private readonly SqlText _sql = SqlText.For<RosterPeopleStore>(database.Provider);

    public Task<IReadOnlyList<RosterPerson>> ByEmployeeNoAsync(IReadOnlyCollection<string> employeeNos, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RosterPerson>>(
            async connection =>
            {
                var found = new List<RosterPerson>();
                foreach (var numbers in employeeNos.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(Batch))
                {
                    found.AddRange((await connection.QueryAsync<PersonRow>(_sql["ByEmployeeNo"], new { numbers, selfTest = SelfTest.Person })).Select(r => r.ToPerson()));
                }

                return found;
            },
            cancellationToken);

    public Task<IReadOnlyList<MailedPerson>> ByMailAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<MailedPerson>>(
            async connection =>
            {
                var found = new List<MailedPerson>();
                foreach (var part in addresses.Select(a => a.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Chunk(Batch))
                {
                    var rows = await connection.QueryAsync<PersonRow>(_sql["ByMail"], new { addresses = part, selfTest = SelfTest.Person });
                    found.AddRange(rows.Select(r => new MailedPerson(r.Address, r.ToPerson())));
                }

                return found;
            },
            cancellationToken);

    public Task<IReadOnlyList<RosterPerson>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RosterPerson>>(
        async connection => [.. (await connection.QueryAsync<PersonRow>(_sql["All"], new { selfTest = SelfTest.Person })).Select(r => r.ToPerson())],
        cancellationToken);

    public Task<IReadOnlyDictionary<PersonId, RosterPerson>> ByIdAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<PersonId, RosterPerson>>(
            async connection =>
            {
                var found = new Dictionary<PersonId, RosterPerson>();
                foreach (var part in database.Batches(people))
                {
                    foreach (var row in await connection.QueryAsync<PersonRow>(_sql["ById"], new { people = part }))
                    {
                        found[row.Id] = row.ToPerson();
                    }
                }

                return found;
            },
            cancellationToken);

    private sealed class PersonRow
    {
        public PersonId Id { get; set; }

        public string Address { get; set; } = "";

        public string EmployeeNo { get; set; } = "";

        public string Name { get; set; } = "";

        public bool Active { get; set; }

        public bool HasContactMethod { get; set; }

        public RosterPerson ToPerson() => new(Id, EmployeeNo, Name, Active, HasContactMethod);
    }
}
