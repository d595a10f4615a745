-- name: Standing
select h.hold_id as Id, h.page_id as Page, h.person_id as Person, h.org_unit_id as OrgUnit
from legal_hold h
where h.lifted_at is null
order by h.placed_at, h.hold_id;

-- name: All
select h.hold_id as Id, h.page_id as Page, h.person_id as Person, h.org_unit_id as OrgUnit, h.label as Label, h.reason as Reason,
    h.placed_at as PlacedAt, h.placed_by as PlacedBy, h.lifted_at as LiftedAt, h.lifted_by as LiftedBy, h.lift_reason as LiftReason
from legal_hold h
order by h.placed_at desc, h.hold_id;

-- name: Find
select h.hold_id as Id, h.page_id as Page, h.person_id as Person, h.org_unit_id as OrgUnit, h.label as Label, h.reason as Reason,
    h.placed_at as PlacedAt, h.placed_by as PlacedBy, h.lifted_at as LiftedAt, h.lifted_by as LiftedBy, h.lift_reason as LiftReason
from legal_hold h
where h.hold_id = @hold;

-- name: Place
insert into legal_hold (hold_id, page_id, person_id, org_unit_id, label, reason, placed_at, placed_by, lifted_at, lifted_by, lift_reason)
select @id, @page, @person, @unit, @label, @reason, @at, @by, null, null, null
where @page is null or exists (select 1 from page p where p.page_id = @page);

-- name: Lift
update legal_hold set lifted_at = @at, lifted_by = @by, lift_reason = @reason where hold_id = @hold and lifted_at is null;
