-- A claim asks urgency by urgency: a row with another number would never be claimed.
alter table escalation add constraint ck_escalation_urgency check (urgency between 0 and 3);
alter table notification add constraint ck_notification_urgency check (urgency between 0 and 3);
