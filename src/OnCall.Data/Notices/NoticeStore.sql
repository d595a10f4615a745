-- name: Insert
insert into notice (notice_id, person_id, kind, subject, facts, urgency, created_at, expires_at, state, told_at, seen_at)
select @id, @person, @kind, @subject, @facts, @urgency, @createdAt, @expiresAt, @state, null, null
where not exists (select 1 from notice n where n.person_id = @person and n.kind = cast(@kind as varchar(40)) and n.subject = @subject);

-- name: InsertDelivery
insert into notice_delivery (notice_delivery_id, notice_id, contact_method_id, kind, address, verified, place, due_at, state, attempt, changed_at)
values (@id, @notice, @method, @kind, @address, @verified, @place, @now, @state, 0, @now);

-- name: OfPerson
select n.notice_id as Id, n.kind as Kind, n.facts as Facts, n.urgency as Urgency, n.state as State, n.created_at as CreatedAt, n.told_at as ToldAt, n.seen_at as SeenAt
from notice n
where n.person_id = @person and n.created_at >= @since
order by n.created_at desc, n.notice_id;

-- name: See
update notice set seen_at = coalesce(seen_at, @now) where notice_id = @notice and person_id = @person;

-- name: ForgetWarnings
delete from gap_warning
where closed_at < @before and warned_at < @before
    and not exists (select 1 from gap_warning_notice l where l.gap_warning_id = gap_warning.gap_warning_id)
    and not exists (select 1 from legal_hold h where h.org_unit_id is not null and h.lifted_at is null);
