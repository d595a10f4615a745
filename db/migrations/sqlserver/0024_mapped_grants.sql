-- Which rows of person_permission came from a person's groups; all others were given by hand.
create table mapped_grant (
    person_id uniqueidentifier not null constraint fk_mapped_grant_person references person (person_id),
    permission varchar(20) not null constraint ck_mapped_grant check (permission in ('Staff', 'Dispatcher', 'Scheduler', 'Admin', 'Auditor')),
    org_unit_id uniqueidentifier null constraint fk_mapped_grant_org_unit references org_unit (org_unit_id),
    constraint ux_mapped_grant unique (person_id, permission, org_unit_id)
);
