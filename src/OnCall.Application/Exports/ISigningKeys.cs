namespace OnCall.Application.Exports;

/// <summary>Keeps what exports are signed with. None is ever removed: what was signed stays checkable.</summary>
public interface ISigningKeys
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<SigningKey>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Their public halves (SubjectPublicKeyInfo, DER), for whoever may not read the others.</summary>
    Task<IReadOnlyList<byte[]>> PublicAsync(CancellationToken cancellationToken);

    Task AddAsync(SigningKey key, CancellationToken cancellationToken);
}
