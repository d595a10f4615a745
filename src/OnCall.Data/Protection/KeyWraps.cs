using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Logging;
using OnCall.Application;

namespace OnCall.Data.Protection;

/// <summary>What wraps new keys, and everything that unwraps those that are there. Read once, when the start asks.</summary>
internal sealed class KeyWraps(ProtectionOptions options, IReadOnlyList<X509Certificate2> certificates, ILoggerFactory logs) : IXmlEncryptor
{
    private const string FileSetting = "OnCall__Protection__KeyFile";
    private const string FormerSetting = "OnCall__Protection__FormerKeyFiles";

    private readonly Lock _reading = new();

    private IXmlEncryptor? _encryptor;
    private IReadOnlyList<RowMark> _marks = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<KeyFile> Files { get; private set; } = [];

    /// <summary>The name of what wraps new keys.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The names of all that unwrap.</summary>
    public IEnumerable<string> Names => _marks.Select(m => m.Name);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        (_encryptor ?? throw new InvalidOperationException("A key is to be wrapped before the start has read what wraps it.")).Encrypt(plaintextElement);

    /// <summary>The mark of what wraps new keys.</summary>
    public byte[] Mark(KeyRow row) => _marks.First(m => m.Name == Name).Make(row);

    /// <summary>Whether OnCall wrote this row, as it stands.</summary>
    public bool IsOurs(KeyRow row) => _marks.FirstOrDefault(m => m.Name == row.MarkedBy)?.IsOurs(row) ?? false;

    /// <param name="hasKeys">Whether keys are there already: a key file that is made anew could not unwrap them.</param>
    /// <exception cref="WrongSettingException">A file is missing or wrong; the message says what to do.</exception>
    public void ReadOnce(bool hasKeys)
    {
        lock (_reading)
        {
            if (_marks.Count == 0)
            {
                Read(hasKeys);
                _marks = [.. Files.Select(RowMark.Of), .. certificates.Select(RowMark.Of)];
            }
        }
    }

    private void Read(bool hasKeys)
    {
        var former = options.FormerKeyFiles.Select(f => KeyFile.Read(f, FormerSetting)).ToList();
        if (options.Certificate is not null)
        {
            Files = [.. former, .. OwnIfThere()];
            (Name, _encryptor) = (Certificates.NameOf(certificates[0]), new CertificateXmlEncryptor(certificates[0], logs));
            return;
        }

        var newest = options.KeyFile is { } named ? KeyFile.Read(named, FileSetting) : Own(hasKeys);
        Files = [newest, .. former, .. options.KeyFile is null ? [] : OwnIfThere()];
        (Name, _encryptor) = (newest.Name, new KeyFileXmlEncryptor(newest));
    }

    private KeyFile Own(bool hasKeys) =>
        File.Exists(options.OwnKeyFile) ? KeyFile.Read(options.OwnKeyFile, FileSetting)
        : hasKeys ? throw new WrongSettingException(
            FileSetting,
            $"the database holds keys, and the key file that unwraps them is not at '{options.OwnKeyFile}'. Bring it back from its backup, copy it from another node, or name it by {FileSetting}. Without it nothing that was sealed can be read; see docs/security.md.")
        : KeyFile.Make(options.OwnKeyFile, FileSetting);

    // One that was made at the first start unwraps what it wrapped, after the settings have named another.
    private IEnumerable<KeyFile> OwnIfThere() => File.Exists(options.OwnKeyFile) ? [KeyFile.Read(options.OwnKeyFile, FileSetting)] : [];
}
