using System.Diagnostics.CodeAnalysis;
using System.Security;
using System.Security.Cryptography;
using System.Text.Json;

namespace OnCall.Channels.Push;

/// <summary>A service account's key file, as the provider's console hands it out.</summary>
internal sealed class ServiceAccount
{
    private const string UsualTokenUrl = "https://oauth2.googleapis.com/token";

    private ServiceAccount(string projectId, string clientEmail, string privateKey, string? keyId, string tokenUrl) =>
        (ProjectId, ClientEmail, PrivateKey, KeyId, TokenUrl) = (projectId, clientEmail, privateKey, keyId, tokenUrl);

    internal string ProjectId { get; }

    internal string ClientEmail { get; }

    /// <summary>PKCS #8 in PEM form.</summary>
    internal string PrivateKey { get; }

    internal string? KeyId { get; }

    internal string TokenUrl { get; }

    /// <summary>Reads a key file; the problem continues a sentence that begins with the setting's name and quotes nothing of the file.</summary>
    internal static bool TryRead(string path, [NotNullWhen(true)] out ServiceAccount? account, out string problem)
    {
        account = null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            string? Field(string name) =>
                document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

            string[] needed = ["project_id", "client_email", "private_key"];
            if (Array.Find(needed, name => string.IsNullOrWhiteSpace(Field(name))) is { } missing)
            {
                problem = $"names a file without {missing}: it is not a service account's key file.";
                return false;
            }

            using var key = RSA.Create();
            key.ImportFromPem(Field("private_key"));
            account = new ServiceAccount(Field("project_id")!, Field("client_email")!, Field("private_key")!, Field("private_key_id"), Field("token_uri") ?? UsualTokenUrl);
            problem = "";
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            problem = "names a file that cannot be read.";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problem = "names a file that is not a service account's key file.";
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            problem = "names a file whose private_key cannot be read.";
        }

        return false;
    }
}
