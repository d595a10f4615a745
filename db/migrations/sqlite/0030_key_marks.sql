-- Shows that OnCall wrote the row: made by the key file or the certificate, which are not in the database, over all that the row says.
alter table protection_key add column marked_by text null;
alter table protection_key add column mark blob null;
