-- Who let themselves read a page that they have no part in, and why. Rows are added, never changed.
create table broken_glass (
    broken_glass_id uniqueidentifier not null constraint pk_broken_glass primary key,
    page_id uniqueidentifier not null constraint fk_broken_glass_page references page (page_id),
    person_id uniqueidentifier not null constraint fk_broken_glass_person references person (person_id),
    reason varchar(20) not null constraint ck_broken_glass_reason check (reason in ('PatientCare', 'Handover', 'CaseReview', 'Technical', 'Other')),
    note nvarchar(max) not null,
    broken_at datetime2(3) not null,
    until_at datetime2(3) not null
);

create index ix_broken_glass_page on broken_glass (page_id, person_id, until_at);
