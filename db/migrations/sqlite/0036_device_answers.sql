-- When a device last showed that a test had reached it.
alter table push_device add column confirmed_at integer null;
