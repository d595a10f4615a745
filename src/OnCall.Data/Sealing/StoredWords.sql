-- name: Walk
select w.sealed_by as SealedBy, w.after_id as AfterId, w.finished_at as FinishedAt from sealing_walk w where w.name = cast(@name as varchar(40));

-- name: Begin
insert into sealing_walk (name, sealed_by, after_id, finished_at, claimed_by, claimed_until)
values (@name, @key, null, null, null, null);

-- name: Claim
update sealing_walk
set claimed_by = @node, claimed_until = @until,
    after_id = case when sealed_by <> cast(@key as varchar(60)) or finished_at is not null then null else after_id end, sealed_by = @key, finished_at = null
where name = cast(@name as varchar(40)) and (sealed_by <> cast(@key as varchar(60)) or finished_at is null or finished_at <= @again) and (claimed_until is null or claimed_until <= @now or claimed_by = cast(@node as varchar(64)));

-- name: Advance
update sealing_walk set after_id = @after, finished_at = @finishedAt, claimed_by = null, claimed_until = null
where name = cast(@name as varchar(40)) and claimed_by = cast(@node as varchar(64)) and sealed_by = cast(@key as varchar(60));

-- name: WritePages
update page set subject = @one, body = @two, patient_ref = @three, replies = @four
where page_id = @id and coalesce(subject, '') = coalesce(@oneBefore, '') and coalesce(body, '') = coalesce(@twoBefore, '')
    and coalesce(patient_ref, '') = coalesce(@threeBefore, '') and replies = @fourBefore;

-- name: WriteLines
update page_event set detail = '', sealed_detail = @one where seq = @id and coalesce(sealed_detail, detail) = @oneBefore;

-- name: WriteStates
update escalation set state = @one where page_id = @id and version = @note and state = @oneBefore;

-- name: WriteCovers
update cover set reason = '', sealed_reason = @one where cover_id = @id and coalesce(sealed_reason, reason) = @oneBefore;

-- name: WriteSwaps
update swap set reason = '', sealed_reason = @one where swap_id = @id and coalesce(sealed_reason, reason) = @oneBefore;

-- name: WritePulls
update roster_pull set secret = @one where roster_pull_id = @id and secret = @oneBefore;

-- name: WriteBrokenGlass
update broken_glass set note = @one where broken_glass_id = @id and note = @oneBefore;

-- name: WriteHolds
update legal_hold set reason = @one, lift_reason = @two
where hold_id = @id and reason = @oneBefore and coalesce(lift_reason, '') = coalesce(@twoBefore, '');

-- Of what is sealed the first 35 characters name the key.
-- name: Left
select 'page' as Name,
    coalesce(sum(case when substring(p.subject, 1, 9) <> @mark or substring(p.body, 1, 9) <> @mark or substring(p.patient_ref, 1, 9) <> @mark
        or (p.replies <> '[]' and substring(p.replies, 1, 9) <> @mark) then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when substring(p.subject, 1, 35) <> @key or substring(p.body, 1, 35) <> @key or substring(p.patient_ref, 1, 35) <> @key
        or (p.replies <> '[]' and substring(p.replies, 1, 35) <> @key) then 1 else 0 end), 0) as Others
from page p
union all
select 'page_event' as Name,
    coalesce(sum(case when e.sealed_detail is null and e.detail <> '' and e.kind in @kinds then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when (e.sealed_detail is null and e.detail <> '' and e.kind in @kinds) or substring(e.sealed_detail, 1, 35) <> @key then 1 else 0 end), 0) as Others
from page_event e
union all
select 'escalation' as Name,
    coalesce(sum(case when replace(replace(s.state, @replySealed, ''), @readBackSealed, '') like '%"reply":"%'
        or replace(replace(s.state, @replySealed, ''), @readBackSealed, '') like '%"readBack":"%' then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when replace(replace(s.state, @replyNow, ''), @readBackNow, '') like '%"reply":"%'
        or replace(replace(s.state, @replyNow, ''), @readBackNow, '') like '%"readBack":"%' then 1 else 0 end), 0) as Others
from escalation s
union all
select 'cover' as Name,
    coalesce(sum(case when c.sealed_reason is null and c.reason <> '' then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when (c.sealed_reason is null and c.reason <> '') or substring(c.sealed_reason, 1, 35) <> @key then 1 else 0 end), 0) as Others
from cover c
union all
select 'swap' as Name,
    coalesce(sum(case when w.sealed_reason is null and w.reason <> '' then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when (w.sealed_reason is null and w.reason <> '') or substring(w.sealed_reason, 1, 35) <> @key then 1 else 0 end), 0) as Others
from swap w
union all
select 'roster_pull' as Name,
    coalesce(sum(case when substring(r.secret, 1, 9) <> @mark then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when substring(r.secret, 1, 35) <> @key then 1 else 0 end), 0) as Others
from roster_pull r
union all
select 'broken_glass' as Name,
    coalesce(sum(case when substring(b.note, 1, 9) <> @mark then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when substring(b.note, 1, 35) <> @key then 1 else 0 end), 0) as Others
from broken_glass b
union all
select 'legal_hold' as Name,
    coalesce(sum(case when substring(h.reason, 1, 9) <> @mark or substring(h.lift_reason, 1, 9) <> @mark then 1 else 0 end), 0) as Plain,
    coalesce(sum(case when substring(h.reason, 1, 35) <> @key or substring(h.lift_reason, 1, 35) <> @key then 1 else 0 end), 0) as Others
from legal_hold h;
