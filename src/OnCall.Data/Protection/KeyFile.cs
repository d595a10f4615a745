using System.Security.Cryptography;
using System.Text;
using OnCall.Application;

namespace OnCall.Data.Protection;

/// <summary>A file of 32 random bytes that wraps the keys in the database with AES-256-GCM.</summary>
internal sealed class KeyFile
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int MostWaits = 500;

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    private readonly byte[] _key;
    private readonly byte[] _name;
    private readonly byte[] _markKey;

    private KeyFile(byte[] key)
    {
        _key = key;
        Name = "file:" + Convert.ToHexStringLower(SHA256.HashData([.. "oncall-key-file-1"u8, .. key]))[..16];
        _name = Encoding.UTF8.GetBytes(Name);
        _markKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "oncall-key-ring-mark-1"u8.ToArray());
    }

    /// <summary>Tells key files apart and says nothing of the key.</summary>
    public string Name { get; }

    /// <param name="setting">What named the file, for the message.</param>
    /// <exception cref="WrongSettingException">It is not there, cannot be read, or is no key file.</exception>
    public static KeyFile Read(string path, string setting)
    {
        try
        {
            var key = File.ReadAllBytes(path);
            return key.Length == KeyBytes
                ? new KeyFile(key)
                : throw new WrongSettingException(setting, $"'{path}' has {key.Length} bytes, and a key file has exactly {KeyBytes}. Bring the right file back from its backup.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException(
                $"{setting}: the key file '{path}' cannot be read ({error.Message}). Bring it back from its backup; for a new installation make one: openssl rand -out {path} {KeyBytes}", error);
        }
    }

    /// <summary>Makes the file for its owner alone, or reads what another node has made in this moment.</summary>
    /// <exception cref="WrongSettingException">It cannot be written or read.</exception>
    public static KeyFile Make(string path, string setting)
    {
        try
        {
            // Whole or not at all: another node never reads half of it.
            var draft = path + "." + RandomNumberGenerator.GetHexString(8, lowercase: true);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

            // To move without overwriting is to look first and to rename then: between the two another node's file could be lost, and with it its key.
            using var turn = Turn(path + ".lock");
            if (File.Exists(path))
            {
                return Read(path, setting);
            }

            using (var file = new FileStream(draft, ForItsOwner()))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            return Read(path, setting);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"{setting}: the key file '{path}' cannot be made: {error.Message}", error);
        }

        return Read(path, setting);
    }

    public byte[] Wrap(ReadOnlySpan<byte> plain)
    {
        var wrapped = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var gcm = new AesGcm(_key, TagBytes);
        gcm.Encrypt(wrapped.AsSpan(0, NonceBytes), plain, wrapped.AsSpan(NonceBytes, plain.Length), wrapped.AsSpan(NonceBytes + plain.Length), _name);
        return wrapped;
    }

    /// <exception cref="CryptographicException">It was wrapped by another file, or changed.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("What was wrapped is cut off.");
        }

        var plain = new byte[wrapped.Length - NonceBytes - TagBytes];
        using var gcm = new AesGcm(_key, TagBytes);
        gcm.Decrypt(wrapped[..NonceBytes], wrapped[NonceBytes..^TagBytes], wrapped[^TagBytes..], plain, _name);
        return plain;
    }

    /// <summary>What nobody makes who has not the file.</summary>
    public byte[] Mark(byte[] row) => HMACSHA256.HashData(_markKey, row);

    private static FileStream Turn(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });
            }
            catch (IOException) when (attempt < MostWaits)
            {
                Thread.Sleep(Wait);
            }
        }
    }

    private static FileStreamOptions ForItsOwner()
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return how;
    }
}
