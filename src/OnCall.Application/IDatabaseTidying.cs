namespace OnCall.Application;

/// <summary>Throws away what the database keeps only for a while for its own use.</summary>
public interface IDatabaseTidying
{
    /// <exception cref="System.Data.Common.DbException">The database does not answer; what is left is thrown away another time.</exception>
    Task TidyAsync(CancellationToken cancellationToken);
}
