-- What people are, and what a role asks of whoever is put on it.
alter table person add position nvarchar(100) null;
alter table person add rank int null;
alter table role add demand nvarchar(max) null;
