-- When a device last showed that a test had reached it.
alter table push_device add confirmed_at datetime2(3) null;
