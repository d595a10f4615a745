-- name: LoadPage
select p.page_id as Id, e.closed_at as At, n.org_unit_id as Unit, s.org_unit_id as OtherUnit, 1 as HasOther, p.page_id as Page
from page p
join escalation e on e.page_id = p.page_id
join role n on n.role_id = e.role_id
join role s on s.role_id = p.role_id
where p.page_id in @ids and e.is_open = 0 and e.phase in ('Resolved', 'Cancelled') and e.closed_at is not null;

-- name: LoadShift
select s.shift_id as Id, s.end_at as At, r.org_unit_id as Unit
from shift s
join role r on r.role_id = s.role_id
where s.shift_id in @ids
    and exists (select 1 from shift l where l.role_id = s.role_id and l.superseded_by is null and l.end_at > s.end_at);

-- name: LoadCover
select c.cover_id as Id, c.end_at as At, r.org_unit_id as Unit
from cover c
join role r on r.role_id = c.role_id
where c.cover_id in @ids;

-- name: LoadSwap
select s.swap_id as Id, case when s.take_end_at is not null and s.take_end_at > s.give_end_at then s.take_end_at else s.give_end_at end as At,
    g.org_unit_id as Unit, t.org_unit_id as OtherUnit, case when t.role_id is null then 0 else 1 end as HasOther
from swap s
join role g on g.role_id = s.give_role_id
left join role t on t.role_id = s.take_role_id
where s.swap_id in @ids and s.closed_at is not null and not exists (select 1 from cover c where c.swap_id = s.swap_id);

-- name: LoadUpload
select u.upload_id as Id, case when m.end_at is not null and m.end_at > u.created_at then m.end_at else u.created_at end as At, null as Unit
from roster_upload u
left join (select r.upload_id, max(r.end_at) as end_at from roster_upload_range r where r.upload_id in @ids group by r.upload_id) m on m.upload_id = u.upload_id
where u.upload_id in @ids
    and not exists (select 1 from shift s where s.upload_id = u.upload_id)
    and not exists (select 1 from shift s where s.superseded_by = u.upload_id)
    and not exists (select 1 from roster_pull p where p.upload_id = u.upload_id or p.held_id = u.upload_id);

-- name: UnitsOfUpload
select r.upload_id as Id, o.org_unit_id as Unit
from roster_upload_range r
join role o on o.role_id = r.role_id
where r.upload_id in @ids;

-- name: LoadSession
select s.session_id as Id, coalesce(s.ended_at, s.seen_at) as At, p.org_unit_id as Unit
from web_session s
join person p on p.person_id = s.person_id
where s.session_id in @ids;

-- name: LoadNotice
select n.notice_id as Id, n.created_at as At, p.org_unit_id as Unit
from notice n
join person p on p.person_id = n.person_id
where n.notice_id in @ids;

-- name: PeopleOfPage
select p.page_id as Id, p.sender_id as Person from page p where p.page_id in @ids and p.sender_id is not null
union
select r.page_id as Id, r.person_id as Person from page_responder r where r.page_id in @ids
union
select e.page_id as Id, e.person_id as Person from page_event e where e.page_id in @ids and e.person_id is not null
union
select n.page_id as Id, n.person_id as Person from notification n where n.page_id in @ids and n.person_id is not null;

-- name: PeopleOfShift
select s.shift_id as Id, s.person_id as Person from shift s where s.shift_id in @ids;

-- name: PeopleOfCover
select c.cover_id as Id, c.person_id as Person from cover c where c.cover_id in @ids
union
select c.cover_id as Id, c.instead_id as Person from cover c where c.cover_id in @ids and c.instead_id is not null;

-- name: PeopleOfSwap
select s.swap_id as Id, s.giver_id as Person from swap s where s.swap_id in @ids
union
select s.swap_id as Id, s.taker_id as Person from swap s where s.swap_id in @ids;

-- name: PeopleOfSession
select s.session_id as Id, s.person_id as Person from web_session s where s.session_id in @ids;

-- name: PeopleOfNotice
select n.notice_id as Id, n.person_id as Person from notice n where n.notice_id in @ids;

-- name: KeepStubs
insert into purged_page (page_id, reference, role_id, urgency, sent_at, closed_at, purged_at, run_id)
select p.page_id, p.reference, e.role_id, p.urgency, p.sent_at, e.closed_at, @now, @run
from page p
join escalation e on e.page_id = p.page_id
where p.page_id in @ids;

-- name: PurgeResponders
delete from page_responder where page_id in @ids;

-- name: PurgeAnsweredMessages
delete from answered_message where page_id in @ids;

-- name: PurgeKeys
delete from idempotency_key where page_id in @ids;

-- name: PurgeReferences
delete from page_reference where page_id in @ids;

-- name: PurgeBrokenGlass
delete from broken_glass where page_id in @ids;

-- name: PurgeLinkUses
delete from acknowledge_link_use where page_id in @ids;

-- name: PurgeEscalations
delete from escalation where page_id in @ids;

-- name: PurgePages
delete from page where page_id in @ids;

-- name: PurgeShifts
delete from shift where shift_id in @ids;

-- name: PurgeCovers
delete from cover where cover_id in @ids;

-- name: PurgeSwaps
delete from swap where swap_id in @ids;

-- name: PurgeRanges
delete from roster_upload_range where upload_id in @ids;

-- name: PurgeUploads
delete from roster_upload where upload_id in @ids;

-- name: PurgeSessions
delete from web_session where session_id in @ids;

-- name: PurgeNoticeLinks
delete from gap_warning_notice where notice_id in @ids;

-- name: PurgeNoticeDeliveries
delete from notice_delivery where notice_id in @ids;

-- name: PurgeNotices
delete from notice where notice_id in @ids;

-- What was written to a page in the very moment in which it went, by whoever had read it before.
-- name: Leftovers
select g.page_id
from purged_page g
where g.purged_at > @since and (
    exists (select 1 from page_event e where e.page_id = g.page_id)
    or exists (select 1 from notification n where n.page_id = g.page_id)
    or exists (select 1 from page_responder r where r.page_id = g.page_id));

-- name: AddToLine
update retention_run_line
set purged = purged + @purged,
    oldest_at = case when oldest_at < @oldest then oldest_at else @oldest end,
    newest_at = case when newest_at > @newest then newest_at else @newest end
where run_id = @run and class = cast(@what as varchar(30)) and kind = cast(@kind as varchar(20)) and days = @days and (org_unit_id = @unit or (org_unit_id is null and @unit is null));

-- name: InsertLine
insert into retention_run_line (run_id, class, kind, org_unit_id, days, purged, oldest_at, newest_at)
values (@run, @what, @kind, @unit, @days, @purged, @oldest, @newest);
