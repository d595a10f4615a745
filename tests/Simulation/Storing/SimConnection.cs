using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>A connection of one node to the database of the run.</summary>
internal sealed class SimConnection(Storage storage, Process process, Trouble trouble) : DbConnection
{
    public Storage Storage => storage;

    public Process Process => process;

    public Trouble Trouble => trouble;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "main";

    public override string DataSource => ":memory:";

    public override string ServerVersion => "3";

    public override ConnectionState State => ConnectionState.Open;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close()
    {
    }

    public override void Open()
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new SimTransaction(this);

    protected override DbCommand CreateDbCommand() => new SimCommand(this);
}
