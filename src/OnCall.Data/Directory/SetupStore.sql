-- name: Desk
select count(*) from role where code = @code;

-- name: People
select count(*) from person where person_id <> @selfTest;
