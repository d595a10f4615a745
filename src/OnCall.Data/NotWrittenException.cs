using OnCall.Application.Paging;

namespace OnCall.Data;

/// <summary>Undoes a write whose decision may not be right any more.</summary>
internal sealed class NotWrittenException(NotWritten why) : Exception
{
    public NotWritten Why => why;
}
