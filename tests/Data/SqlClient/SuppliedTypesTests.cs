using System.Data;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;
using Xunit;

namespace OnCall.Data.Tests.SqlClient;

/// <summary>OnCall supplies the assembly <c>Microsoft.SqlServer.Server</c> itself. This says whether it is enough, and needed.</summary>
public sealed class SuppliedTypesTests
{
    private const string Supplied = "Microsoft.SqlServer.Server";
    private static readonly Assembly Ours = typeof(InvalidUdtException).Assembly;
    private static readonly string SqlClient = typeof(SqlConnection).Assembly.Location;

    [Fact]
    public void Every_type_that_sqlclient_names_is_there()
    {
        var wanted = SqlClientMetadata.TypesWantedOf(Supplied, SqlClient);
        Assert.NotEmpty(wanted);
        Assert.DoesNotContain(wanted, type => Ours.GetType(type) is null);
    }

    [Fact]
    public void Every_member_that_sqlclient_calls_is_there()
    {
        var wanted = SqlClientMetadata.MembersWantedOf(Supplied, SqlClient);
        Assert.NotEmpty(wanted);
        Assert.DoesNotContain(wanted, member => Ours.GetType(member.Type)?.GetMember(member.Member) is not { Length: > 0 });
    }

    [Fact]
    public void Without_the_supplied_assembly_parameters_throw()
    {
        var context = new WithoutSuppliedTypes();
        try
        {
            var parameter = context.LoadFromAssemblyPath(SqlClient).GetType(typeof(SqlParameter).FullName!, throwOnError: true)!;
            var error = Record.Exception(() =>
            {
                var instance = Activator.CreateInstance(parameter, "@p", 1)!;
                return parameter.GetProperty(nameof(SqlParameter.SqlDbType))!.GetValue(instance) is SqlDbType.Int;
            });
            Assert.Contains(Supplied, Innermost(error).Message, StringComparison.Ordinal);
        }
        finally
        {
            context.Unload();
        }
    }

    private static Exception Innermost(Exception? error)
    {
        Assert.NotNull(error);
        return error.GetBaseException();
    }

    // The program's own folder would offer our assembly: this context answers for it with a failure of its own.
    private sealed class WithoutSuppliedTypes() : AssemblyLoadContext("without supplied types", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Supplied
            ? throw new FileNotFoundException($"Could not load file or assembly '{Supplied}'.")
            : null;
    }
}
