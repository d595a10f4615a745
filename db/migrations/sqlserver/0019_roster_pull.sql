-- Places that rosters are fetched from. The definition is JSON; the secret of its header stands alone, so that no other read meets it.
create table roster_pull (
    roster_pull_id uniqueidentifier not null constraint pk_roster_pull primary key,
    code nvarchar(100) not null constraint ux_roster_pull_code unique,
    org_unit_id uniqueidentifier not null constraint fk_roster_pull_unit references org_unit (org_unit_id),
    definition nvarchar(max) not null,
    secret nvarchar(2000) null,
    stale_after_hours int not null,
    enabled bit not null,
    version int not null,
    updated_at datetime2(3) not null,
    updated_by nvarchar(200) not null,
    next_at datetime2(3) not null,
    claim uniqueidentifier null,
    claimed_until datetime2(3) null,
    tried_at datetime2(3) null,
    success_at datetime2(3) null,
    outcome varchar(20) null constraint ck_roster_pull_outcome check (outcome in ('Published', 'Unchanged', 'Waiting', 'Held', 'Unreadable', 'Unreachable')),
    message nvarchar(1000) null,
    upload_id uniqueidentifier null constraint fk_roster_pull_upload references roster_upload (upload_id),
    trouble_since datetime2(3) null,
    seen nvarchar(400) null,
    etag nvarchar(400) null,
    last_modified varchar(100) null,
    content_hash varchar(64) null,
    read_at datetime2(3) null,
    held_id uniqueidentifier null constraint fk_roster_pull_held references roster_upload (upload_id),
    held_hash varchar(64) null,
    held_basis varchar(64) null,
    taken nvarchar(max) null,
    held_taken nvarchar(max) null
);

create index ix_roster_pull_due on roster_pull (next_at) where enabled = 1;
