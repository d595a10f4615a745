-- What a contact method has shown of itself: the code that is out for it, the last test, when it last proved to work.
-- A person's contact methods are written anew as a whole, so that the row goes with the id and not by a reference.
create table contact_check (
    contact_method_id text not null primary key,
    person_id text not null references person (person_id),
    code_salt text null,
    code_hash text null,
    code_until integer null,
    tries integer not null,
    proved_at integer null,
    tested_at integer null,
    test_status text null check (test_status in ('Accepted', 'Delivered', 'FailedForNow', 'FailedForGood', 'Indeterminate')),
    test_detail text null
) strict;

create index ix_contact_check_person on contact_check (person_id);

-- Codes and tests that a person had sent within the last hour, to count them.
create table contact_check_send (
    contact_check_send_id text not null primary key,
    person_id text not null references person (person_id),
    sent_at integer not null
) strict;

create index ix_contact_check_send_person on contact_check_send (person_id, sent_at);

create index ix_notice_delivery_method on notice_delivery (contact_method_id, changed_at);
