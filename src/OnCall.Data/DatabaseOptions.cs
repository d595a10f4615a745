using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using OnCall.Application;

namespace OnCall.Data;

/// <summary>Which database, and where: <c>OnCall:Database:Provider</c>, <c>OnCall:Database:ConnectionString</c>, <c>OnCall:DataDirectory</c>, <c>OnCall:Database:Migrate</c>.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>False where another login brings the schema up to date: a start then only looks whether it is.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>Reads the settings; with none, a file <c>oncall.db</c> under <c>./data</c>.</summary>
    /// <exception cref="WrongSettingException">The provider is unknown, or the connection string is missing or cannot be read, or whether to migrate is neither true nor false.</exception>
    public static DatabaseOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var connectionString = configuration["OnCall:Database:ConnectionString"];
        var provider = configuration["OnCall:Database:Provider"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "sqlite" => DatabaseProvider.Sqlite,
            "sqlserver" => DatabaseProvider.SqlServer,
            var other => throw new WrongSettingException("OnCall__Database__Provider", $"'{other}' is not a database that OnCall knows. Use sqlite or sqlserver."),
        };
        return new(provider, Checked(provider, connectionString, configuration["OnCall:DataDirectory"])) { Migrate = IsOn(configuration["OnCall:Database:Migrate"]) };
    }

    /// <summary>Where the embedded database lies, else the data directory: the disk that must not run full.</summary>
    public string DataFolder(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var directory = Provider == DatabaseProvider.Sqlite
            ? Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource))
            : configuration["OnCall:DataDirectory"];
        return string.IsNullOrWhiteSpace(directory) ? "data" : directory;
    }

    /// <summary>Whether anybody who stands between could answer as the database: its certificate is not looked at.</summary>
    public bool TrustsAnyServer => Provider == DatabaseProvider.SqlServer && TrustsAny(ConnectionString);

    /// <summary>What makes connections to a database that several nodes share; null for the embedded one.</summary>
    public DbProviderFactory? SharedBy => Provider == DatabaseProvider.SqlServer ? Client() : null;

    /// <summary>For whoever only reads: an embedded database is not made where there is none.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public void MustBeThere()
    {
        if (Provider == DatabaseProvider.Sqlite && new SqliteConnectionStringBuilder(ConnectionString).DataSource is var file && !File.Exists(file))
        {
            throw new FileNotFoundException($"There is no database {file}.");
        }
    }

    private static bool IsOn(string? migrate) => string.IsNullOrWhiteSpace(migrate)
        || (bool.TryParse(migrate, out var on) ? on : throw new WrongSettingException("OnCall__Database__Migrate", $"'{migrate}' is neither true nor false."));

    private static string Checked(DatabaseProvider provider, string? connectionString, string? directory)
    {
        const string Setting = "OnCall__Database__ConnectionString";
        try
        {
            return (provider, string.IsNullOrWhiteSpace(connectionString)) switch
            {
                (DatabaseProvider.Sqlite, true) => Embedded(string.IsNullOrWhiteSpace(directory) ? "data" : directory),
                (DatabaseProvider.Sqlite, false) => new SqliteConnectionStringBuilder(connectionString).ToString(),
                (_, true) => throw new WrongSettingException(Setting, "is not set, and sqlserver needs one."),
                _ => OnServer(connectionString!),
            };
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // The text itself may hold a password and is not repeated.
            throw new WrongSettingException($"{Setting}: cannot be read: {error.Message}", error);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SqlClientFactory Client() => SqlClientFactory.Instance;

    // A call of its own: an installation on SQLite never loads the client of SQL Server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string OnServer(string connectionString) => SqlServerDatabase.Steady(connectionString);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TrustsAny(string connectionString) => new SqlConnectionStringBuilder(connectionString).TrustServerCertificate;

    private static string Embedded(string directory)
    {
        try
        {
            return new SqliteConnectionStringBuilder { DataSource = Path.Combine(System.IO.Directory.CreateDirectory(directory).FullName, "oncall.db") }.ToString();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"OnCall__DataDirectory: '{directory}' cannot be made or written: {error.Message}", error);
        }
    }
}
