using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace OnCall.Domain.Exports;

/// <summary>
/// A file that carries its signature at its end: ECDSA over P-256 with SHA-256 (FIPS 186-5), of <c>oncall-export-1</c>, the form, the key's id, a
/// line each, and every byte that stands before the seal. The seal is written in one way only, so that no byte of the file can be another.
/// HTML carries it as a comment behind its end, JSON as its last member.
/// </summary>
public static class SignedFile
{
    private const string Scheme = "oncall-export-1";
    private const int KeyIdLength = 64;
    private const int SignatureLength = 128;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private static readonly (string Before, string Between, string After) Html = ("\n<!-- " + Scheme + " key=", " signature=", " -->\n");
    private static readonly (string Before, string Between, string After) Json = (",\"seal\":{\"scheme\":\"" + Scheme + "\",\"key\":\"", "\",\"signature\":\"", "\"}}\n");

    /// <param name="content">A whole HTML file; or of a JSON object all but its closing brace.</param>
    /// <param name="key">On P-256, with its private half.</param>
    public static byte[] Seal(ExportForm form, ReadOnlySpan<byte> content, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var id = IdOf(key);
        var signature = key.SignHash(HashOf(form, id, content), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var marks = MarksOf(form);
        var seal = Encoding.ASCII.GetBytes(marks.Before + id + marks.Between + Convert.ToHexStringLower(signature) + marks.After);
        return [.. content, .. seal];
    }

    /// <summary>The seal at the end of a file; null where there is none that was written by <see cref="Seal"/>.</summary>
    public static ExportSeal? Find(ReadOnlySpan<byte> file) => Find(ExportForm.Html, file) ?? Find(ExportForm.Json, file);

    /// <summary>True when the file is byte for byte what the holder of the key signed.</summary>
    /// <param name="seal">As <see cref="Find(ReadOnlySpan{byte})"/> told it.</param>
    public static bool IsGenuine(ReadOnlySpan<byte> file, ExportSeal seal, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(key);
        return IdOf(key) == seal.KeyId
            && key.VerifyHash(HashOf(seal.Form, seal.KeyId, file[..seal.ContentLength]), seal.Signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The id of a key: SHA-256 of its public half.</summary>
    public static string IdOf(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    private static (string Before, string Between, string After) MarksOf(ExportForm form) => form switch
    {
        ExportForm.Html => Html,
        ExportForm.Json => Json,
    };

    private static ExportSeal? Find(ExportForm form, ReadOnlySpan<byte> file)
    {
        var marks = MarksOf(form);
        var length = marks.Before.Length + KeyIdLength + marks.Between.Length + SignatureLength + marks.After.Length;
        if (file.Length < length)
        {
            return null;
        }

        var rest = Encoding.Latin1.GetString(file[^length..]).AsSpan();
        var id = rest.Slice(marks.Before.Length, KeyIdLength);
        var signature = rest.Slice(marks.Before.Length + KeyIdLength + marks.Between.Length, SignatureLength);
        return rest.StartsWith(marks.Before) && rest[(marks.Before.Length + KeyIdLength)..].StartsWith(marks.Between) && rest.EndsWith(marks.After) && IsHex(id) && IsHex(signature)
            ? new ExportSeal(form, id.ToString(), Convert.FromHexString(signature), file.Length - length)
            : null;
    }

    // Lower case only: the same number must not be written in two ways.
    private static bool IsHex(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(LowerHex) < 0;

    private static byte[] HashOf(ExportForm form, string keyId, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"{Scheme}\n{form}\n{keyId}\n"));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}
