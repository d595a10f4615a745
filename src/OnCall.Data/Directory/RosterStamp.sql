-- name: Bump
update roster_stamp set stamp = stamp + 1 where id = 1;
