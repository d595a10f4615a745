-- name: ClaimDue
update notification with (readpast, rowlock, readcommittedlock)
set state = 'Claimed', attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
output inserted.notification_id
where notification_id in (
        select top (@most) t.notification_id
        from (
            select top (@among) c.notification_id, c.turn_at
            from notification c with (readpast, rowlock, readcommittedlock)
            where c.kind = cast(@kind as varchar(20)) and c.urgency = @urgency and c.state = 'Pending' and c.due_at <= @now
            order by c.due_at) t
        order by t.turn_at)
    and state = 'Pending' and due_at <= @now
option (loop join);

-- name: ClaimExpired
update notification with (readpast, rowlock, readcommittedlock)
set purpose = case when purpose = 'Page' then 'Repeat' else purpose end,
    attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
output inserted.notification_id
where notification_id in (
        select top (@most) c.notification_id
        from notification c with (readpast, rowlock, readcommittedlock)
        where c.kind = cast(@kind as varchar(20)) and c.urgency >= @atLeast and c.state = 'Claimed' and c.claimed_until <= @now
        order by c.urgency desc, c.claimed_until)
    and state = 'Claimed' and claimed_until <= @now
option (loop join);

-- Each change names the index by which it comes to its row (PageStore says why).
-- name: Withdraw
update n set state = 'Cancelled', claimed_by = null, claimed_until = null, changed_at = @now
from notification n with (index (pk_notification))
where n.notification_id = @id and n.state = 'Claimed' and n.claimed_by = cast(@node as varchar(64)) and n.attempt = @attempt and n.claimed_until > @now;

-- name: Record
update n
set state = @state, provider_id = @providerId, detail = @detail, due_at = coalesce(@retryAt, n.due_at), turn_at = coalesce(@retryAt, n.turn_at), claimed_by = null, claimed_until = null, changed_at = @now
from notification n with (index (pk_notification))
where n.notification_id = @id and n.state = 'Claimed' and n.claimed_by = cast(@node as varchar(64)) and n.attempt = @attempt;

-- name: RecordAll
-- rows: state varchar(20), providerId nvarchar(200), detail nvarchar(400), now datetime2(3), id uniqueidentifier, node varchar(64), attempt int
update n
set state = j.state, provider_id = j.providerId, detail = j.detail, claimed_by = null, claimed_until = null, changed_at = j.now
from @rows j
join notification n with (index (pk_notification)) on n.notification_id = j.id
where n.state = 'Claimed' and n.claimed_by = j.node and n.attempt = j.attempt
option (loop join, force order);

-- name: LookAgain
update e set version = e.version + 1, look_at = @now
from escalation e with (index (pk_escalation))
where e.page_id = @page and (e.is_open = 1 or e.owners_asked = 1);

-- name: BringForward
update n
set due_at = @now, turn_at = @now, changed_at = @now
from notification n with (index (ix_notification_page))
where n.page_id = @page and n.person_id = @person and n.state = 'Pending' and n.attempt = 0 and n.purpose in ('Page', 'Repeat') and n.due_at > @now
    and n.due_at = (
        select min(m.due_at) from notification m
        where m.page_id = @page and m.person_id = @person and m.state = 'Pending' and m.attempt = 0 and m.purpose in ('Page', 'Repeat') and m.due_at > @now);

-- name: RecordReceipt
update n
set state = @state, detail = @detail, provider_id = coalesce(n.provider_id, @providerId), claimed_by = null, claimed_until = null, changed_at = @now
from notification n with (index (pk_notification))
where n.notification_id = @id and n.attempt > 0
    and ((@state = 'Accepted' and n.state in ('Claimed', 'Indeterminate') and n.attempt = coalesce(@attempt, case when n.state = 'Indeterminate' and n.provider_id = @providerId then n.attempt else 1 end))
        or (@state = 'Delivered' and n.state in ('Pending', 'Claimed', 'Accepted', 'Indeterminate'))
        or (@state = 'Failed' and n.state in ('Claimed', 'Accepted', 'Indeterminate')
            and (n.provider_id is null or n.provider_id = @providerId) and n.attempt = coalesce(@attempt, n.attempt)));

-- name: Claimed
select n.notification_id as Id, n.page_id as Page, n.person_id as Person, s.name as PersonName, n.contact_method_id as Method, n.kind as Kind,
    n.address as Address, n.attempt as Attempt, n.claimed_until as ClaimedUntil, n.purpose as Purpose, p.urgency as Urgency,
    p.reference as Reference, p.callback as Callback, r.name as RoleName, s.language as Language,
    case when isjson(e.state) = 1 then cast(json_value(e.state, '$.stepDueAt') as bigint) end as StepDueAt
from notification n
join page p on p.page_id = n.page_id
join escalation e on e.page_id = n.page_id
join role r on r.role_id = e.role_id
left join person s on s.person_id = n.person_id
where n.notification_id in @ids
order by n.urgency desc, n.due_at;

-- name: NextDue
select d.kind as Kind, d.urgency as Urgency, d.at as At
from (
    select k.kind, u.urgency, (select min(n.due_at) from notification n where n.kind = k.kind and n.urgency = u.urgency and n.state = 'Pending') as at
    from openjson(@kinds) with (kind varchar(20) '$') k
    cross join (select 3 as urgency union all select 2 as urgency union all select 1 as urgency union all select 0 as urgency) u
    union all
    select k.kind, 3 as urgency, (select min(n.claimed_until) from notification n where n.kind = k.kind and n.state = 'Claimed') as at
    from openjson(@kinds) with (kind varchar(20) '$') k) d
where d.at is not null;
