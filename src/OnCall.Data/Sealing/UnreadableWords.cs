using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OnCall.Application.Telemetry;

namespace OnCall.Data.Sealing;

/// <summary>Makes known that stored words could not be opened: counted each time, logged once for a column.</summary>
internal sealed class UnreadableWords(OnCallMeter meter, ILogger<UnreadableWords> log)
{
    private readonly ConcurrentDictionary<SealedColumn, bool> _told = new();

    public void Found(SealedColumn column)
    {
        meter.Unreadable();
        if (_told.TryAdd(column, true))
        {
            log.LogError("Stored words ({Column}) cannot be opened: their key is lost, or they were changed. Pages go on; the words are shown as unreadable. See docs/security.md.", column);
        }
    }
}
