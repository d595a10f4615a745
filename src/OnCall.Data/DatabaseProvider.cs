namespace OnCall.Data;

/// <summary>The database behind the stores.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one node.</summary>
    Sqlite,

    /// <summary>Production, several nodes.</summary>
    SqlServer,
}
