using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>Reads calls, in either database.</summary>
public sealed class PlacedCallStore(Database database) : IPlacedCalls
{
    private readonly SqlText _sql = SqlText.For<PlacedCallStore>(database.Provider);

    public Task<PlacedCall?> FindAsync(NotificationId notification, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryFirstOrDefaultAsync<CallRow>(_sql["Call"], new { id = notification }))?.ToCall(),
        cancellationToken);

    private sealed class CallRow
    {
        public NotificationId Id { get; set; }

        public PageId Page { get; set; }

        public PersonId? Person { get; set; }

        public string? Language { get; set; }

        public string Address { get; set; } = "";

        public int Attempt { get; set; }

        public string? ProviderId { get; set; }

        public Instant ChangedAt { get; set; }

        public string Purpose { get; set; } = "";

        public string Urgency { get; set; } = "";

        public string Reference { get; set; } = "";

        public string? Callback { get; set; }

        public string RoleName { get; set; } = "";

        public PlacedCall ToCall()
        {
            var text = OutboxText.Of(Purpose, Urgency, RoleName, Reference, Callback);
            return new PlacedCall(Id, Page, Person, Address, Attempt, ProviderId, ChangedAt, text.ToSpeech(SpokenLanguages.Of(Language)));
        }
    }
}
