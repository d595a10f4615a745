-- name: ClaimDue
update notification with (readpast, updlock, rowlock, readcommittedlock)
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
    and state = 'Pending' and due_at <= @now;

-- name: ClaimExpired
update notification with (readpast, updlock, rowlock, readcommittedlock)
set purpose = case when purpose = 'Page' then 'Repeat' else purpose end,
    attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
output inserted.notification_id
where notification_id in (
        select top (@most) c.notification_id
        from notification c with (readpast, rowlock, readcommittedlock)
        where c.kind = cast(@kind as varchar(20)) and c.urgency >= @atLeast and c.state = 'Claimed' and c.claimed_until <= @now
        order by c.urgency desc, c.claimed_until)
    and state = 'Claimed' and claimed_until <= @now;

-- name: RecordAll
-- rows: state varchar(20), providerId nvarchar(200), detail nvarchar(400), now datetime2(3), id uniqueidentifier, node varchar(64), attempt int
update n
set state = j.state, provider_id = j.providerId, detail = j.detail, claimed_by = null, claimed_until = null, changed_at = j.now
from @rows j
join notification n on n.notification_id = j.id
where n.state = 'Claimed' and n.claimed_by = j.node and n.attempt = j.attempt
option (loop join, force order);

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
