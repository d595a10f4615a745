namespace OnCall.Application;

/// <summary>Gives new ids and unguessable references. Ids rise with time (UUID version 7, RFC 9562), so that an index fills from its end.</summary>
public interface IIdSource
{
    Guid NewId();

    /// <summary>Random bits from a cryptographic source.</summary>
    ulong NewBits();
}
