-- name: OfPerson
select contact_method_id as ContactMethodId, kind as Kind, address as Address, verified as Verified
from contact_method
where person_id = @person
order by ordinal;

-- name: DeleteOfPerson
delete from contact_method where person_id = @person and address not like 'device:%';

-- name: PlaceDevice
update contact_method set ordinal = @ordinal where person_id = @person and address = @address;

-- name: DeleteOfRole
delete from contact_method where role_id = @role;

-- name: ForgetChecks
delete from contact_check
where person_id = @person
  and not exists (select 1 from contact_method m where m.contact_method_id = contact_check.contact_method_id);

-- name: Insert
insert into contact_method (contact_method_id, person_id, role_id, ordinal, kind, address, verified)
values (@id, @person, @role, @ordinal, @kind, @address, @verified);
