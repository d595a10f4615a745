using Microsoft.Extensions.Configuration;
using OnCall.Application;
using Xunit;

namespace OnCall.Data.Tests;

public sealed class DatabaseOptionsTests
{
    [Fact]
    public void Nothing_set_means_a_file_under_the_data_directory()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            var options = Read(("OnCall:DataDirectory", Path.Combine(folder.FullName, "deep", "data")));
            Assert.Equal(DatabaseProvider.Sqlite, options.Provider);
            Assert.Contains(Path.Combine(folder.FullName, "deep", "data", "oncall.db"), options.ConnectionString, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Sql_server_is_chosen_by_name_in_any_case() =>
        Assert.Equal(
            DatabaseProvider.SqlServer,
            Read(("OnCall:Database:Provider", "SqlServer"), ("OnCall:Database:ConnectionString", "Server=db;Database=oncall")).Provider);

    [Theory]
    [InlineData("oracle", "x", "OnCall__Database__Provider: 'oracle' is not a database that OnCall knows")]
    [InlineData("sqlserver", null, "OnCall__Database__ConnectionString: is not set")]
    [InlineData("sqlserver", "Servr=db;Password=hunter2", "OnCall__Database__ConnectionString: cannot be read")]
    [InlineData("sqlite", "Nonsense=1;Password=hunter2", "OnCall__Database__ConnectionString: cannot be read")]
    public void A_wrong_setting_stops_with_one_line_that_names_it(string provider, string? connectionString, string says)
    {
        var error = Assert.Throws<WrongSettingException>(
            () => Read(("OnCall:Database:Provider", provider), ("OnCall:Database:ConnectionString", connectionString)));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    private static DatabaseOptions Read(params (string Key, string? Value)[] settings) => DatabaseOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build());
}
