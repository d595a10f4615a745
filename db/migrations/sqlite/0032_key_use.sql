-- When a key last let somebody in, to the minute.
alter table api_key add column used_at integer null;
