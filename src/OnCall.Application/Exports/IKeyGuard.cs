namespace OnCall.Application.Exports;

/// <summary>Protects the private half of a signing key by the keys of the installation, so that the database alone does not give it away.</summary>
public interface IKeyGuard
{
    string Protect(byte[] key);

    /// <summary>Null where it cannot be opened: the keys of the installation were lost.</summary>
    byte[]? Open(string text);
}
