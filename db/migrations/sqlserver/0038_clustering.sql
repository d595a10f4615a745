-- Ids do not rise in SQL Server's order of uniqueidentifier, which begins with an id's last six bytes, and those are chance. What comes with every
-- page, or stays of it, is therefore clustered by a rising number, as pages, notifications and events are. An index that is sought names the id itself from now on.
drop index ix_escalation_due on escalation;
drop index ix_escalation_look on escalation;
drop index ix_escalation_open on escalation;
alter table escalation drop constraint pk_escalation;
alter table escalation add seq bigint identity(1, 1) not null;

drop index ix_page_responder_person on page_responder;
alter table page_responder drop constraint pk_page_responder;
alter table page_responder add seq bigint identity(1, 1) not null;

alter table acknowledge_link_use drop constraint pk_acknowledge_link_use;
alter table acknowledge_link_use add seq bigint identity(1, 1) not null;

alter table purged_page drop constraint pk_purged_page;
alter table purged_page add seq bigint identity(1, 1) not null;
GO

alter table escalation add constraint cx_escalation unique clustered (seq);
alter table escalation add constraint pk_escalation primary key nonclustered (page_id);
create index ix_escalation_due on escalation (urgency, due_at) include (page_id, claimed_until, is_open) where due_at is not null;
create index ix_escalation_look on escalation (look_at) include (page_id, urgency, claimed_until, is_open) where look_at is not null;
create index ix_escalation_open on escalation (urgency, roster_stamp) include (page_id, claimed_until) where is_open = 1;

alter table page_responder add constraint cx_page_responder unique clustered (seq);
alter table page_responder add constraint pk_page_responder primary key nonclustered (page_id, person_id);
create index ix_page_responder_person on page_responder (person_id, standing) include (page_id);

alter table acknowledge_link_use add constraint cx_acknowledge_link_use unique clustered (seq);
alter table acknowledge_link_use add constraint pk_acknowledge_link_use primary key nonclustered (notification_id);

alter table purged_page add constraint cx_purged_page unique clustered (seq);
alter table purged_page add constraint pk_purged_page primary key nonclustered (page_id);

-- A claim reads candidates from the index alone.
drop index ix_notification_due on notification;
create index ix_notification_due on notification (kind, urgency, due_at, turn_at) include (notification_id) where state = 'Pending';
drop index ix_notification_claimed on notification;
create index ix_notification_claimed on notification (kind, claimed_until) include (notification_id, urgency) where state = 'Claimed';

-- SQL Server looks the row up to see that a column is null, even where the index holds no other, unless the index has the column.
drop index ix_shift_in_force on shift;
create index ix_shift_in_force on shift (role_id, start_at, end_at) include (shift_id, person_id, tier, label, upload_id, superseded_by) where superseded_by is null;
drop index ix_shift_in_force_time on shift;
create index ix_shift_in_force_time on shift (start_at, end_at) include (shift_id, role_id, person_id, tier, label, upload_id, superseded_by) where superseded_by is null;
drop index ix_shift_long on shift;
create index ix_shift_long on shift (role_id, end_at) include (shift_id, person_id, tier, start_at, label, superseded_by) where superseded_by is null and is_long = 1;
