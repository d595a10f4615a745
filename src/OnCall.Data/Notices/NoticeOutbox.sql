-- name: DueKinds
select d.kind from notice_delivery d where d.state = 'Pending' and d.due_at <= @now
union
select d.kind from notice_delivery d where d.state = 'Claimed' and d.claimed_until <= @now;

-- name: Claimed
select d.notice_delivery_id as Id, d.kind as Kind, d.address as Address, d.attempt as Attempt, d.claimed_until as ClaimedUntil, n.notice_id as Notice,
    n.kind as NoticeKind, n.facts as Facts, n.urgency as Urgency, n.expires_at as ExpiresAt
from notice_delivery d
join notice n on n.notice_id = d.notice_id
where d.notice_delivery_id = @id;

-- name: StillWanted
select count(*)
from notice_delivery d
join notice n on n.notice_id = d.notice_id
join person p on p.person_id = n.person_id
where d.notice_delivery_id = @id and d.state = 'Claimed' and d.claimed_by = cast(@node as varchar(64)) and d.attempt = @attempt and d.claimed_until > @now
    and n.state in ('Open', 'Told') and n.expires_at > @now and p.active = 1;

-- name: Drop
update notice_delivery set state = 'Cancelled', claimed_by = null, claimed_until = null, changed_at = @now
where notice_delivery_id = @id and state = 'Claimed' and claimed_by = cast(@node as varchar(64)) and attempt = @attempt and claimed_until > @now;

-- name: Record
update notice_delivery
set state = @state, provider_id = @providerId, detail = @detail, due_at = coalesce(@retryAt, due_at), claimed_by = null, claimed_until = null, changed_at = @now
where notice_delivery_id = @id and state = 'Claimed' and claimed_by = cast(@node as varchar(64)) and attempt = @attempt;

-- name: Tell
update notice set state = 'Told', told_at = coalesce(told_at, @now) where notice_id = @notice and state in ('Open', 'Untold');

-- name: Forward
update notice_delivery set state = 'Pending', due_at = @now, changed_at = @now
where notice_id = @notice and state = 'Waiting'
    and place = (select min(w.place) from notice_delivery w where w.notice_id = @notice and w.state = 'Waiting')
    and not exists (select 1 from notice_delivery o where o.notice_id = @notice and o.state in ('Pending', 'Claimed', 'Accepted', 'Delivered'));

-- name: Untell
update notice set state = 'Untold', told_at = null
where notice_id = @notice and state in ('Open', 'Told')
    and not exists (
        select 1 from notice_delivery o where o.notice_id = @notice and o.state in ('Waiting', 'Pending', 'Claimed', 'Accepted', 'Delivered'));

-- name: ById
select d.notice_delivery_id as Id, d.notice_id as Notice, d.kind as Kind, d.address as Address
from notice_delivery d
where d.notice_delivery_id = @id and d.kind = cast(@kind as varchar(20));

-- name: ByProviderId
select d.notice_delivery_id as Id, d.notice_id as Notice, d.kind as Kind, d.address as Address
from notice_delivery d
where d.provider_id = @providerId and d.kind = cast(@kind as varchar(20));

-- name: RecordReceipt
update notice_delivery
set state = @state, detail = @detail, provider_id = coalesce(provider_id, @providerId), claimed_by = null, claimed_until = null, changed_at = @now
where notice_delivery_id = @id and attempt > 0
    and ((@state = 'Delivered' and state in ('Pending', 'Claimed', 'Accepted', 'Indeterminate'))
        or (@state = 'Failed' and state in ('Claimed', 'Accepted', 'Indeterminate')
            and (provider_id is null or provider_id = @providerId) and attempt = coalesce(@attempt, attempt)));
