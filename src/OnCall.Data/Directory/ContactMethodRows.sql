-- name: DeleteOfPerson
delete from contact_method where person_id = @person and address not like 'device:%';

-- name: PlaceDevice
update contact_method set ordinal = @ordinal where person_id = @person and address = @address;

-- name: DeleteOfRole
delete from contact_method where role_id = @role;

-- name: Insert
insert into contact_method (contact_method_id, person_id, role_id, ordinal, kind, address, verified)
values (@id, @person, @role, @ordinal, @kind, @address, @verified);
