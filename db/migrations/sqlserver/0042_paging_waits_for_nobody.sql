-- To check a foreign key SQL Server takes a shared lock on the row that it leads to, with READ_COMMITTED_SNAPSHOT on too: each page, and all that are
-- written with it, would wait for an administrator's open save of its role or sender. No role and no person is ever deleted, and a page is written by what was just read of both.
alter table page drop constraint fk_page_role;
alter table page drop constraint fk_page_sender;
alter table escalation drop constraint fk_escalation_role;
alter table open_inbox drop constraint fk_open_inbox_person;
