-- name: All
select k.key_number as Number, k.public_key as PublicKey, k.private_key as PrivateKey, k.created_at as CreatedAt
from push_key k
order by k.key_number desc;

-- name: Insert
insert into push_key (key_number, public_key, private_key, created_at)
values (@number, @publicKey, @privateKey, @createdAt);
