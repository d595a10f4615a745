using System.Data.Common;

namespace OnCall.Scheduler.Cluster;

/// <summary>The database that the nodes share, for Quartz's clustered store: the program's own, by the same connection string.</summary>
/// <param name="Factory">Of Microsoft.Data.SqlClient.</param>
public sealed record ClusterStore(DbProviderFactory Factory, string ConnectionString);
