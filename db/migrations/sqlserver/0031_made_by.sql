-- Who made a key or an invitation: the caller's key as the audit trail writes it, or "system". Those from before are looked up there.
-- Made with: the key that the maker showed, if they came in by one.
alter table api_key add made_by nvarchar(200) not null constraint df_api_key_made_by default 'system';
alter table api_key add made_with uniqueidentifier null constraint fk_api_key_made_with references api_key (api_key_id);
alter table invitation add made_by nvarchar(200) not null constraint df_invitation_made_by default 'system';
alter table invitation add made_with uniqueidentifier null constraint fk_invitation_made_with references api_key (api_key_id);
GO

update api_key
set made_by = coalesce(
    (select min(a.actor) from audit_entry a where a.action = 'key.create' and a.subject = 'key:' + lower(cast(api_key.api_key_id as varchar(36)))),
    'system');

update invitation
set made_by = coalesce(
    (select min(a.actor)
     from audit_entry a
     join person p on a.subject = 'person:' + p.employee_no
     where a.action = 'person.invite' and a.at = invitation.made_at and p.person_id = invitation.person_id),
    'system')
where used_at is null;

create index ix_api_key_person on api_key (person_id);
