using OnCall.Application;

namespace OnCall.Data;

/// <inheritdoc/>
internal sealed class DatabaseTidying(Database database) : IDatabaseTidying
{
    public Task TidyAsync(CancellationToken cancellationToken) => database.TidyAsync(cancellationToken);
}
