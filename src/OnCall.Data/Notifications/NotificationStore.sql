-- name: StillWanted
select n.notification_id as Id, n.attempt as Attempt
from notification n
join escalation e on e.page_id = n.page_id
left join page_responder a on a.page_id = n.page_id and a.person_id = n.person_id
left join person s on s.person_id = n.person_id
where n.notification_id in @ids and n.state = 'Claimed' and n.claimed_by = cast(@node as varchar(64)) and n.claimed_until > @now
    and (n.person_id is null or s.active = 1)
    and (n.purpose not in ('Page', 'Repeat')
        or (e.is_open = 1 and (n.person_id is null or a.standing = 'Notified'))
        or (e.owners_asked = 1 and (n.person_id is null or a.standing = 'Acknowledged')));

-- name: WasOvertaken
select count(*)
from notification n
where n.notification_id = @id and n.attempt = @attempt and n.state in ('Accepted', 'Delivered', 'Failed')
    and (@providerId is null or n.provider_id = @providerId);

-- name: ByProviderId
select n.notification_id as Id, n.page_id as Page, n.person_id as Person, s.name as PersonName, n.kind as Kind, n.purpose as Purpose
from notification n
left join person s on s.person_id = n.person_id
where n.provider_id = @providerId and n.kind = cast(@kind as varchar(20));

-- name: ById
select n.notification_id as Id, n.page_id as Page, n.person_id as Person, s.name as PersonName, n.kind as Kind, n.purpose as Purpose
from notification n
left join person s on s.person_id = n.person_id
where n.notification_id = @id and n.kind = cast(@kind as varchar(20));

-- An acceptance, like a failure, says something of its own attempt only: of an earlier one it must not hide what comes of the next.
-- One that names no attempt is of the only one there was, or of the one whose answer gave this id.
-- name: ReceiptIsNews
select count(*)
from notification n
where n.notification_id = @id and n.attempt > 0
    and ((@state = 'Accepted' and n.state in ('Claimed', 'Indeterminate') and n.attempt = coalesce(@attempt, case when n.state = 'Indeterminate' and n.provider_id = @providerId then n.attempt else 1 end))
        or (@state = 'Delivered' and n.state in ('Pending', 'Claimed', 'Accepted', 'Indeterminate'))
        or (@state = 'Failed' and n.state in ('Claimed', 'Accepted', 'Indeterminate')
            and (n.provider_id is null or n.provider_id = @providerId) and n.attempt = coalesce(@attempt, n.attempt)));

-- name: AskedWhereFailed
select n.page_id as Page, n.person_id as Person, n.kind as Kind, n.address as Address, n.verified as Verified, n.state as State, n.attempt as Attempt
from escalation e
join notification n on n.page_id = e.page_id
where e.page_id in @pages and e.look_at is not null and n.person_id is not null and n.purpose in ('Page', 'Repeat')
order by n.page_id, n.person_id, n.due_at, n.changed_at;

-- name: AskedByAddress
select distinct n.page_id as Page, n.person_id as Person, n.kind as Kind
from notification n
join escalation e on e.page_id = n.page_id
where n.address = @address and n.kind in ('Sms', 'Voice') and n.attempt > 0 and n.state <> 'Cancelled'
    and n.kind = cast(@kind as varchar(20)) and n.purpose in ('Page', 'Repeat')
    and (e.closed_at is null or e.closed_at > @closedAfter);

-- name: EarliestDue
select m.at
from (
    select min(d.at) as at
    from (
        select min(n.due_at) as at from notification n where n.state = 'Pending'
        union all
        select min(n.claimed_until) as at from notification n where n.state = 'Claimed') d) m
where m.at is not null;
