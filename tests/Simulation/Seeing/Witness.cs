using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Storing;
using OnCall.Simulation.Tests.Turns;
using OnCall.Testing.Databases;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Looks at the database after every transaction, past every fault, and writes down what is new with the true time.</summary>
internal sealed class Witness : IDisposable
{
    private readonly Look _events;
    private readonly Look _versions;
    private readonly Look _state;
    private readonly Look _notifications;
    private readonly Look _stamp;
    private readonly Look _work;
    private readonly Look _pages;
    private readonly HospitalReader _hospital;
    private readonly Dictionary<string, int> _seenVersions = new(StringComparer.Ordinal);
    private readonly List<string> _changed = [];
    private readonly Storage _storage;
    private Sight _sight = new();
    private DueWork _due;
    private int _dueAsOf = -1;
    private long _commit;
    private long _lastEvent;
    private long _lastNotification;
    private long _lastStamp;

    public Witness(Storage storage)
    {
        _storage = storage;
        var (place, work) = storage.Provider == DatabaseProvider.Sqlite ? ("n.rowid", WorkOnSqlite) : ("n.seq", WorkOnServer);
        _events = storage.Look("select seq, page_id, at, kind, person_id, channel, coalesce(sealed_detail, detail) from page_event where seq > @value order by seq");
        _versions = storage.Look("select page_id, version from escalation");
        _state = storage.Look("select version, phase, is_open, due_at, state from escalation where page_id = @value");
        _notifications = storage.Look($"select {place}, n.notification_id, n.page_id, n.person_id, n.kind, n.address, n.verified, n.purpose, n.due_at, n.state, p.reference from notification n join page p on p.page_id = n.page_id where {place} > @value order by {place}");
        _stamp = storage.Look("select stamp from roster_stamp");
        _work = storage.Look(work);
        _pages = storage.Look("select page_id, reference, subject from page");
        _hospital = new HospitalReader(storage);
    }

    // What is due, and claims that end.
    private const string WorkOnSqlite = """
        select
            (select min(max(coalesce(claimed_until, 0),
                    case when look_at is not null or (is_open = 1 and roster_stamp <> (select stamp from roster_stamp)) then 0 else coalesce(due_at, 9000000000000) end))
                from escalation where is_open = 1 or due_at is not null),
            (select min(case state when 'Pending' then due_at else claimed_until end) from notification where state in ('Pending', 'Claimed'))
        """;

    private const string WorkOnServer = """
        select
            (select min(case when claimed_until > wanted then claimed_until else wanted end)
                from (select claimed_until,
                        case when look_at is not null or (is_open = 1 and roster_stamp <> (select stamp from roster_stamp)) then cast('1970-01-01' as datetime2(3))
                            else coalesce(due_at, cast('2255-03-14' as datetime2(3))) end as wanted
                    from escalation where is_open = 1 or due_at is not null) e),
            (select min(case state when 'Pending' then due_at else claimed_until end) from notification where state in ('Pending', 'Claimed'))
        """;

    /// <summary>Told what arrived by being written: the inbox has it at once.</summary>
    public Action<Call> Reached { get; set; } = static _ => { };

    public void Begin(Sight sight)
    {
        (_sight, _commit, _lastEvent, _lastNotification, _lastStamp) = (sight, 0, 0, 0, -1);
        _seenVersions.Clear();
        Reached = static _ => { };
    }

    /// <summary>When a sweep or a lane could next find something; the same while nothing is written.</summary>
    public DueWork Due()
    {
        if (_storage.Changes == _dueAsOf)
        {
            return _due;
        }

        _ = _work.Read();
        (_due, _dueAsOf) = (new DueWork(_work.AtOrNull(0), _work.AtOrNull(1)), _storage.Changes);
        _work.Reset();
        return _due;
    }

    public void Look(Process writer)
    {
        _commit++;
        var now = writer.Loop.Now;
        LookAtHospital(now);
        LookAtStates(now, writer.Name);
        LookAtEvents(now, writer.Name);
        LookAtNotifications(now, writer.Name);
    }

    /// <summary>Reads what is left of each page in the end.</summary>
    public void End()
    {
        while (_pages.Read())
        {
            var id = new PageId(_pages.Id(0));
            _sight.Stored[id] = new StoredPage(id, _pages.Text(1), TestSeal.Instance.Open(SealedColumn.PageSubject, id.Value, _pages.IsNull(2) ? null : _pages.Text(2)));
        }
    }

    public void Dispose()
    {
        foreach (var query in new[] { _events, _versions, _state, _notifications, _stamp, _work, _pages })
        {
            query.Dispose();
        }

        _hospital.Dispose();
    }

    private void LookAtHospital(Instant now)
    {
        _ = _stamp.Read();
        var stamp = _stamp.Number(0);
        _stamp.Reset();
        if (stamp != _lastStamp)
        {
            _lastStamp = stamp;
            _sight.Hospitals.Add(_hospital.Read(now));
        }
    }

    private void LookAtStates(Instant now, string writer)
    {
        _changed.Clear();
        while (_versions.Read())
        {
            var (page, version) = (_versions.Text(0), (int)_versions.Number(1));
            if (!_seenVersions.TryGetValue(page, out var before) || before != version)
            {
                _seenVersions[page] = version;
                _changed.Add(page);
            }
        }

        foreach (var page in _changed)
        {
            _ = _state.With(page).Read();
            _sight.States.Add(new SeenState(
                now, _commit, writer, new PageId(Guid.ParseExact(page, "D")), (int)_state.Number(0), Enum.Parse<EscalationPhase>(_state.Text(1)),
                _state.Number(2) == 1, _state.AtOrNull(3), _state.Text(4)));
            _state.Reset();
        }
    }

    private void LookAtEvents(Instant now, string writer)
    {
        _events.With(_lastEvent);
        while (_events.Read())
        {
            _lastEvent = _events.Number(0);
            _sight.Events.Add(new SeenEvent(
                now, _commit, writer, _lastEvent, new PageId(_events.Id(1)), _events.At(2), Enum.Parse<PageEventKind>(_events.Text(3)),
                _events.IsNull(4) ? null : new PersonId(_events.Id(4)), _events.IsNull(5) ? null : Enum.Parse<ContactMethodKind>(_events.Text(5)),
                TestSeal.Instance.Open(SealedColumn.PageEventDetail, _events.Id(1), _events.Text(6))));
        }
    }

    private void LookAtNotifications(Instant now, string writer)
    {
        var answered = new List<Call>();
        _notifications.With(_lastNotification);
        while (_notifications.Read())
        {
            _lastNotification = _notifications.Number(0);
            var seen = new SeenNotification(
                now, _commit, new NotificationId(_notifications.Id(1)), new PageId(_notifications.Id(2)), _notifications.IsNull(3) ? null : new PersonId(_notifications.Id(3)),
                Enum.Parse<ContactMethodKind>(_notifications.Text(4)), _notifications.Text(5), _notifications.Number(6) == 1,
                Enum.Parse<NotificationPurpose>(_notifications.Text(7)), _notifications.At(8));
            _sight.Notifications.Add(seen);
            if (seen.Kind == ContactMethodKind.InApp && _notifications.Text(9) is "Accepted" or "Delivered")
            {
                answered.Add(AnsweredWhereWritten(seen, Enum.Parse<DeliveryStatus>(_notifications.Text(9)), _notifications.Text(10), writer));
            }
        }

        // Only now: whoever is reached may act, and what they do is looked at too.
        foreach (var call in answered)
        {
            _sight.Calls.Add(call);
            Reached(call);
        }
    }

    private static Call AnsweredWhereWritten(SeenNotification seen, DeliveryStatus status, string reference, string writer)
    {
        _ = PageReference.TryParse(reference, out var named);
        var text = new ExternalText(seen.Purpose, Urgency.Routine, "", named, null);
        return new Call(seen.At, writer, seen.Kind, new OutgoingNotification(seen.Id, seen.Address, text, 1))
        {
            Answer = status,
            AnsweredAt = seen.At,
            ReachedAt = status == DeliveryStatus.Delivered ? seen.At : null,
        };
    }
}
