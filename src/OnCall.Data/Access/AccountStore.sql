-- name: ByNumber
select p.person_id as PersonId, p.employee_no as EmployeeNo, p.name as Name, p.active as Active,
       a.password_hash as PasswordHash, a.totp_secret as TotpSecret, a.second_factor as SecondFactor, a.locked_until as LockedUntil, a.version as Version
from person p
left join account a on a.person_id = p.person_id
where p.employee_no = @employeeNo;

-- name: ById
select p.person_id as PersonId, p.employee_no as EmployeeNo, p.name as Name, p.active as Active,
       a.password_hash as PasswordHash, a.totp_secret as TotpSecret, a.second_factor as SecondFactor, a.locked_until as LockedUntil, a.version as Version
from person p
left join account a on a.person_id = p.person_id
where p.person_id = @person;

-- name: Insert
insert into account (person_id, password_hash, totp_secret, second_factor, totp_step, tries, locked_until, version)
values (@person, @passwordHash, @totpSecret, @secondFactor, 0, 0, null, 1);

-- name: Update
update account
set password_hash = @passwordHash, totp_secret = @totpSecret, second_factor = @secondFactor, version = version + 1
where person_id = @person and version = @version;

-- name: CountTry
update account
set tries = case when tries + 1 >= @most then 0 else tries + 1 end,
    locked_until = case when tries + 1 >= @most then @until else null end
where person_id = @person and (locked_until is null or locked_until <= @now);

-- name: Change
update account set version = version + 1 where person_id = @person;

-- name: Begin
insert into account (person_id, password_hash, totp_secret, second_factor, totp_step, tries, locked_until, version)
select p.person_id, null, null, 0, 0, 0, null, 1
from person p
where p.person_id = @person and not exists (select 1 from account a where a.person_id = p.person_id);

-- name: GiveBackTry
update account
set tries = case when locked_until = @until then @most - 1 else tries - 1 end, locked_until = null
where person_id = @person and (tries > 0 or locked_until = @until);

-- name: ForgetTries
update account set tries = 0, locked_until = null where person_id = @person and (tries > 0 or locked_until is not null);

-- name: TakeStep
update account set totp_step = @step where person_id = @person and totp_step < @step;

-- name: DeleteCodes
delete from recovery_code where person_id = @person;

-- name: InsertCode
insert into recovery_code (person_id, code_hash) values (@person, @hash);

-- name: UseCode
delete from recovery_code where person_id = @person and code_hash = cast(@hash as char(64));

-- name: CountCodes
select count(*) from recovery_code where person_id = @person;
