-- Shows that OnCall wrote the row: made by the key file or the certificate, which are not in the database, over all that the row says.
alter table protection_key add marked_by varchar(100) null;
alter table protection_key add mark varbinary(1024) null;
