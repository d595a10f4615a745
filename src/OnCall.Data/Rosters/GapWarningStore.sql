-- name: StampIs
select count(*) from roster_stamp where id = 1 and stamp = @stamp;

-- name: Insert
insert into gap_warning (gap_warning_id, gap_key, role_id, start_at, end_at, size, lead, time_zone, circle, warned_at, untold_at, never_rostered, closed_at, closed_as)
select @id, @key, @role, @start, @end, @size, @lead, @zone, @circle, @at, @untoldAt, @neverRostered, null, null
where not exists (select 1 from gap_warning w where w.gap_key = cast(@key as varchar(120)) and w.closed_at is null);

-- name: Widen
update gap_warning set circle = @toCircle, untold_at = @untoldAt
where gap_warning_id = @id and circle = @fromCircle and untold_at is null and closed_at is null;

-- name: Close
update gap_warning set closed_at = @at, closed_as = @closing where gap_warning_id = @id and closed_at is null;

-- A notice of several gaps is still sent when one of them stands.
-- name: Withdraw
update notice set state = 'Withdrawn'
where state = 'Open'
    and notice_id in (select l.notice_id from gap_warning_notice l where l.gap_warning_id = @id)
    and not exists (
        select 1
        from gap_warning_notice o
        join gap_warning w on w.gap_warning_id = o.gap_warning_id
        where o.notice_id = notice.notice_id and w.closed_at is null);

-- name: CancelDeliveries
update notice_delivery set state = 'Cancelled', changed_at = @at
where state in ('Pending', 'Waiting')
    and notice_id in (select l.notice_id from gap_warning_notice l where l.gap_warning_id = @id)
    and not exists (
        select 1
        from gap_warning_notice o
        join gap_warning w on w.gap_warning_id = o.gap_warning_id
        where o.notice_id = notice_delivery.notice_id and w.closed_at is null);

-- name: Link
insert into gap_warning_notice (gap_warning_id, notice_id) values (@warning, @notice);

-- name: Open
select w.gap_warning_id as Id, w.role_id as Role, r.code as RoleCode, r.name as RoleName, w.time_zone as Zone, w.start_at as StartAt, w.end_at as EndAt,
    w.size as Size, w.lead as Lead, w.circle as Circle, w.warned_at as WarnedAt, w.untold_at as UntoldAt, w.never_rostered as NeverRostered
from gap_warning w
join role r on r.role_id = w.role_id
where w.closed_at is null
order by w.start_at, w.warned_at, w.gap_warning_id;

-- name: OpenPeople
select l.gap_warning_id as Warning, n.person_id as Person, p.employee_no as EmployeeNo, p.name as Name, n.state as State, n.seen_at as SeenAt
from gap_warning w
join gap_warning_notice l on l.gap_warning_id = w.gap_warning_id
join notice n on n.notice_id = l.notice_id
join person p on p.person_id = n.person_id
where w.closed_at is null
order by n.created_at, p.employee_no;

-- name: OfRoles
select w.gap_warning_id as Id, w.role_id as Role, r.code as RoleCode, r.name as RoleName, w.time_zone as Zone, w.start_at as StartAt, w.end_at as EndAt,
    w.size as Size, w.lead as Lead, w.circle as Circle, w.warned_at as WarnedAt, w.untold_at as UntoldAt, w.never_rostered as NeverRostered
from gap_warning w
join role r on r.role_id = w.role_id
where w.role_id in @roles and w.start_at < @to and (w.end_at is null or w.end_at > @from) and (w.closed_at is null or w.closed_as = 'Over')
order by w.start_at, w.warned_at, w.gap_warning_id;

-- name: PeopleOf
select l.gap_warning_id as Warning, n.person_id as Person, p.employee_no as EmployeeNo, p.name as Name, n.state as State, n.seen_at as SeenAt
from gap_warning_notice l
join notice n on n.notice_id = l.notice_id
join person p on p.person_id = n.person_id
where l.gap_warning_id in @ids
order by n.created_at, p.employee_no;
