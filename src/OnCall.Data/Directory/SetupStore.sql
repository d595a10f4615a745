-- name: Desk
select count(*) from role where code = @code;

-- name: People
select count(*) from person;
