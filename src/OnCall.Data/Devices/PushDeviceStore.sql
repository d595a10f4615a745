-- name: OfPerson
select d.push_device_id as Id, d.person_id as Person, d.kind as Kind, d.name as Name, coalesce(m.verified, 0) as Verified, d.added_at as AddedAt,
    d.confirmed_at as ConfirmedAt, d.accepted_at as AcceptedAt, d.failed_at as FailedAt, d.failure as Failure
from push_device d
left join contact_method m on m.address = d.address and m.person_id = d.person_id
where d.person_id = @person
order by d.added_at, d.push_device_id;

-- name: ByHash
select d.push_device_id as Id, d.person_id as Person, d.kind as Kind, d.name as Name, coalesce(m.verified, 0) as Verified, d.added_at as AddedAt,
    d.confirmed_at as ConfirmedAt, d.accepted_at as AcceptedAt, d.failed_at as FailedAt, d.failure as Failure
from push_device d
left join contact_method m on m.address = d.address and m.person_id = d.person_id
where d.target_hash = cast(@hash as char(64));

-- name: Target
select d.push_device_id as Id, d.kind as Kind, d.target as Target, d.key_number as KeyNumber from push_device d where d.address = @address;

-- name: Insert
insert into push_device (push_device_id, person_id, address, kind, name, target, target_hash, key_number, added_at)
values (@id, @person, @address, @kind, @name, @target, @hash, @keyNumber, @addedAt);

-- name: InsertMethod
insert into contact_method (contact_method_id, person_id, role_id, ordinal, kind, address, verified)
select @method, @person, null, coalesce(max(m.ordinal), -1) + 1, 'Push', @address, 0
from contact_method m
where m.person_id = @person;

-- name: Remove
delete from push_device where push_device_id = @id and person_id = @person;

-- name: RemoveMethod
delete from contact_method where person_id = @person and address = @address;

-- name: BeginTest
update push_device set test_hash = @tokenHash, test_until = @until where push_device_id = @id and person_id = @person;

-- name: EndTest
update push_device set test_hash = null, test_until = null, confirmed_at = @now
where push_device_id = @id and person_id = @person and test_hash = cast(@tokenHash as char(64)) and test_until > @now;

-- name: Verify
update contact_method set verified = 1 where person_id = @person and address = @address;
