using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OnCall.Bench.Engine;

/// <summary>Opens connections whose commits promise as much as those of our own database, and whose log may grow as long.</summary>
internal sealed class OurSettings : DbProviderFactory
{
    public static readonly OurSettings Factory = new();

    public override DbConnection CreateConnection() => new Connection();

    public override DbCommand CreateCommand() => new SqliteCommand();

    public override DbParameter CreateParameter() => new SqliteParameter();

    private sealed class Connection : SqliteConnection
    {
        public override void Open()
        {
            base.Open();
            using var command = CreateCommand();
            command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 20000;";
            command.ExecuteNonQuery();
        }
    }
}
