-- Shifts longer than 3 days are looked for by themselves, so that the others are found by when they begin.
alter table shift add is_long bit not null constraint df_shift_is_long default 0;
GO
update shift set is_long = 1 where end_at > dateadd(day, 3, start_at);
GO
create index ix_shift_long on shift (role_id, end_at) where superseded_by is null and is_long = 1;

drop index ix_shift_in_force_time on shift;
create index ix_shift_in_force_time on shift (start_at, end_at) include (shift_id, role_id, person_id, tier, label, upload_id) where superseded_by is null;
