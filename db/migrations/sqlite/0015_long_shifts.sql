-- Shifts longer than 3 days are looked for by themselves, so that the others are found by when they begin.
alter table shift add column is_long integer not null default 0 check (is_long in (0, 1));
update shift set is_long = 1 where end_at - start_at > 259200000;

create index ix_shift_long on shift (role_id, end_at) where superseded_by is null and is_long = 1;

drop index ix_shift_in_force_time;
create index ix_shift_in_force_time on shift (start_at, end_at) where superseded_by is null;
