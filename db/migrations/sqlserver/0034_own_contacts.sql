-- What a contact method has shown of itself: the code that is out for it, the last test, when it last proved to work.
-- A person's contact methods are written anew as a whole, so that the row goes with the id and not by a reference.
create table contact_check (
    contact_method_id uniqueidentifier not null constraint pk_contact_check primary key,
    person_id uniqueidentifier not null constraint fk_contact_check_person references person (person_id),
    code_salt char(32) null,
    code_hash char(64) null,
    code_until datetime2(3) null,
    tries int not null,
    proved_at datetime2(3) null,
    tested_at datetime2(3) null,
    test_status varchar(16) null constraint ck_contact_check_status check (test_status in ('Accepted', 'Delivered', 'FailedForNow', 'FailedForGood', 'Indeterminate')),
    test_detail nvarchar(400) null
);

create index ix_contact_check_person on contact_check (person_id);

-- Codes and tests that a person had sent within the last hour, to count them.
create table contact_check_send (
    contact_check_send_id uniqueidentifier not null constraint pk_contact_check_send primary key,
    person_id uniqueidentifier not null constraint fk_contact_check_send_person references person (person_id),
    sent_at datetime2(3) not null
);

create index ix_contact_check_send_person on contact_check_send (person_id, sent_at);

create index ix_notice_delivery_method on notice_delivery (contact_method_id, changed_at);
