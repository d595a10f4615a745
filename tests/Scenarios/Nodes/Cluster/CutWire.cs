using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace OnCall.Scenarios.Tests.Nodes.Cluster;

/// <summary>A node's way to its database. Cut, the node goes on and nobody hears of it any more, as when its machine has lost its network or its power.</summary>
internal sealed class CutWire : DbProviderFactory
{
    private volatile bool _cut;

    public void Cut() => _cut = true;

    public void Mend() => _cut = false;

    public override DbConnection CreateConnection() => _cut ? throw new TimeoutException("The database is away.") : SqlClientFactory.Instance.CreateConnection();

    public override DbCommand CreateCommand() => SqlClientFactory.Instance.CreateCommand();

    public override DbParameter CreateParameter() => SqlClientFactory.Instance.CreateParameter();
}
