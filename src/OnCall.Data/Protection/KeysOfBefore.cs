using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace OnCall.Data.Protection;

/// <summary>
/// Takes the keys that lay as files in the data directory into the database, so that sessions and authenticators of before still open. They lay
/// there in the clear: nothing new is sealed with them, and the files are deleted.
/// </summary>
internal sealed class KeysOfBefore(ProtectionOptions options, KeyWraps wraps, KeyRingStore ring, IClock clock, ILogger<KeysOfBefore> log)
{
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        if (!System.IO.Directory.Exists(options.FolderOfBefore))
        {
            return;
        }

        foreach (var file in System.IO.Directory.EnumerateFiles(options.FolderOfBefore, "*.xml").Order(StringComparer.Ordinal))
        {
            try
            {
                var key = WrappedKey.Ended(XElement.Load(file), clock.GetCurrentInstant());
                var name = Path.GetFileNameWithoutExtension(file);
                await ring.TakeOverAsync(KeyRow.Of(WrappedKey.Wrap(key, wraps), name, wraps), cancellationToken);
                File.Delete(file);
                log.LogInformation("The key {Key} has moved from the data directory into the database.", name);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or XmlException)
            {
                // Another node that shares the folder was quicker, or the file is no key: whoever signed in by it signs in again.
                log.LogWarning("The key file {File} of before could not be taken over: {Why}", Path.GetFileName(file), error.Message);
            }
        }
    }
}
