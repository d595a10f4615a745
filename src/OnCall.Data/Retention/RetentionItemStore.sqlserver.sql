-- name: FindPage
select top (@most) p.page_id as Id, p.sent_at as At
from page p
join escalation e on e.page_id = p.page_id
where p.urgency = cast(@urgency as varchar(20)) and p.role_id <> @selfTest
    and e.is_open = 0 and e.phase in ('Resolved', 'Cancelled') and e.closed_at <= @before
    and p.sent_at <= @before and p.sent_at >= @afterAt and (p.sent_at > @afterAt or p.page_id > @afterId)
order by p.sent_at, p.page_id;

-- name: FindDeliveries
select top (@most) p.page_id as Id, p.sent_at as At
from page p
join escalation e on e.page_id = p.page_id
where p.role_id <> @selfTest
    and e.is_open = 0 and e.phase in ('Resolved', 'Cancelled') and e.closed_at <= @before
    and p.sent_at <= @before and p.sent_at >= @afterAt and (p.sent_at > @afterAt or p.page_id > @afterId)
    and exists (select 1 from notification n where n.page_id = p.page_id)
order by p.sent_at, p.page_id;

-- name: FindShift
select top (@most) s.shift_id as Id, s.end_at as At
from shift s
where s.shift_id > @afterId and s.end_at <= @before
    and exists (select 1 from shift l where l.role_id = s.role_id and l.superseded_by is null and l.end_at > s.end_at)
order by s.shift_id;

-- name: FindCover
select top (@most) c.cover_id as Id, c.end_at as At
from cover c
where c.cover_id > @afterId and c.end_at <= @before and c.role_id <> @selfTest
order by c.cover_id;

-- name: FindSwap
select top (@most) s.swap_id as Id, s.give_end_at as At
from swap s
where s.swap_id > @afterId and s.closed_at <= @before and s.give_end_at <= @before and (s.take_end_at is null or s.take_end_at <= @before)
    and not exists (select 1 from cover c where c.swap_id = s.swap_id)
order by s.swap_id;

-- name: FindUpload
select top (@most) u.upload_id as Id, u.created_at as At
from roster_upload u
where u.upload_id > @afterId and u.created_at <= @before
    and not exists (select 1 from shift s where s.upload_id = u.upload_id)
    and not exists (select 1 from shift s where s.superseded_by = u.upload_id)
order by u.upload_id;

-- name: FindSession
select top (@most) s.session_id as Id, s.seen_at as At
from web_session s
where s.session_id > @afterId and (s.ended_at <= @before or (s.ended_at is null and s.seen_at <= @before))
order by s.session_id;

-- name: FindNotice
select top (@most) n.notice_id as Id, n.created_at as At
from notice n
where n.notice_id > @afterId and n.created_at <= @before
order by n.notice_id;

-- A page may have more of them than a statement may lock rows of (InParts).
-- name: PurgeEvents
delete top (@most) e from page_event e with (index (ix_page_event_page)) where e.page_id in @ids;

-- name: PurgeNotifications
delete top (@most) n from notification n with (index (ix_notification_page)) where n.page_id in @ids;
