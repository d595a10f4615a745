-- name: ClaimDue
update notification
set state = 'Claimed', attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
where rowid in (
        select t.rowid
        from (
            select c.rowid, c.turn_at
            from notification c
            where c.kind = @kind and c.urgency = @urgency and c.state = 'Pending' and c.due_at <= @now
            order by c.due_at
            limit @among) t
        order by t.turn_at
        limit @most)
    and state = 'Pending' and due_at <= @now
returning notification_id;

-- name: ClaimExpired
update notification
set purpose = case when purpose = 'Page' then 'Repeat' else purpose end,
    attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
where notification_id in (
        select c.notification_id
        from notification c
        where c.kind = @kind and c.urgency >= @atLeast and c.state = 'Claimed' and c.claimed_until <= @now
        order by c.urgency desc, c.claimed_until
        limit @most)
    and state = 'Claimed' and claimed_until <= @now
returning notification_id;

-- name: RecordAll
with j (id, attempt, state, providerId, detail, now, node) as (values @rows)
update notification
set state = j.state, provider_id = j.providerId, detail = j.detail, claimed_by = null, claimed_until = null, changed_at = j.now
from j
where notification_id = j.id and notification.state = 'Claimed' and claimed_by = j.node and notification.attempt = j.attempt;

-- name: Claimed
select n.notification_id as Id, n.page_id as Page, n.person_id as Person, s.name as PersonName, n.contact_method_id as Method, n.kind as Kind,
    n.address as Address, n.attempt as Attempt, n.claimed_until as ClaimedUntil, n.purpose as Purpose, p.urgency as Urgency,
    p.reference as Reference, p.callback as Callback, r.name as RoleName, s.language as Language,
    case when json_valid(e.state) then e.state ->> '$.stepDueAt' end as StepDueAt
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
    from (select value as kind from json_each(@kinds)) k
    cross join (select 3 as urgency union all select 2 as urgency union all select 1 as urgency union all select 0 as urgency) u
    union all
    select k.kind, 3 as urgency, (select min(n.claimed_until) from notification n where n.kind = k.kind and n.state = 'Claimed') as at
    from (select value as kind from json_each(@kinds)) k) d
where d.at is not null;

-- name: Withdraw
update notification set state = 'Cancelled', claimed_by = null, claimed_until = null, changed_at = @now
where notification_id = @id and state = 'Claimed' and claimed_by = cast(@node as varchar(64)) and attempt = @attempt and claimed_until > @now;

-- name: Record
update notification
set state = @state, provider_id = @providerId, detail = @detail, due_at = coalesce(@retryAt, due_at), turn_at = coalesce(@retryAt, turn_at), claimed_by = null, claimed_until = null, changed_at = @now
where notification_id = @id and state = 'Claimed' and claimed_by = cast(@node as varchar(64)) and attempt = @attempt;

-- name: LookAgain
update escalation set version = version + 1, look_at = @now where page_id = @page and (is_open = 1 or owners_asked = 1);

-- name: BringForward
update notification
set due_at = @now, turn_at = @now, changed_at = @now
where page_id = @page and person_id = @person and state = 'Pending' and attempt = 0 and purpose in ('Page', 'Repeat') and due_at > @now
    and due_at = (
        select min(m.due_at) from notification m
        where m.page_id = @page and m.person_id = @person and m.state = 'Pending' and m.attempt = 0 and m.purpose in ('Page', 'Repeat') and m.due_at > @now);

-- name: RecordReceipt
update notification
set state = @state, detail = @detail, provider_id = coalesce(provider_id, @providerId), claimed_by = null, claimed_until = null, changed_at = @now
where notification_id = @id and attempt > 0
    and ((@state = 'Accepted' and state in ('Claimed', 'Indeterminate') and attempt = coalesce(@attempt, case when state = 'Indeterminate' and provider_id = @providerId then attempt else 1 end))
        or (@state = 'Delivered' and state in ('Pending', 'Claimed', 'Accepted', 'Indeterminate'))
        or (@state = 'Failed' and state in ('Claimed', 'Accepted', 'Indeterminate')
            and (provider_id is null or provider_id = @providerId) and attempt = coalesce(@attempt, attempt)));
