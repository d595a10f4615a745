-- Each row is written in a transaction that has found or made its page and person, and neither is ever deleted while such a row is left;
-- looking both up again, for each row of each step, costs a tenth of a burst's time.
alter table page_responder drop constraint fk_page_responder_page;
alter table page_responder drop constraint fk_page_responder_person;
alter table notification drop constraint fk_notification_page;
alter table notification drop constraint fk_notification_person;
alter table page_event drop constraint fk_page_event_page;
alter table page_event drop constraint fk_page_event_person;
