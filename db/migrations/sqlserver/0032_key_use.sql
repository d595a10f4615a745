-- When a key last let somebody in, to the minute.
alter table api_key add used_at datetime2(3) null;
