-- Who let themselves read a page that they have no part in, and why. Rows are added, never changed.
create table broken_glass (
    broken_glass_id text not null primary key,
    page_id text not null references page (page_id),
    person_id text not null references person (person_id),
    reason text not null check (reason in ('PatientCare', 'Handover', 'CaseReview', 'Technical', 'Other')),
    note text not null,
    broken_at integer not null,
    until_at integer not null
) strict;

create index ix_broken_glass_page on broken_glass (page_id, person_id, until_at);
