using NodaTime;

namespace OnCall.Application.Paging;

/// <summary>Whether the engine of this process does its work.</summary>
public interface IEngineHealth
{
    /// <summary>The end of the last sweep that went well; null before the first, and where the engine runs elsewhere.</summary>
    Instant? LastSweep { get; }
}
