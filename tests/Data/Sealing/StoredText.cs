using System.Globalization;
using System.Text;
using Dapper;

namespace OnCall.Data.Tests.Sealing;

/// <summary>Everything that a database holds, as whoever has a copy of it can read it.</summary>
internal static class StoredText
{
    public static async Task<string> OfAsync(Database database)
    {
        var list = database.Provider == DatabaseProvider.Sqlite
            ? "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
            : "select schema_name(schema_id) + '.' + name from sys.tables";
        return await database.ReadAsync(
            async connection =>
            {
                var all = new StringBuilder();
                foreach (var table in (await connection.QueryAsync<string>(list)).ToList())
                {
                    foreach (var row in await connection.QueryAsync($"select * from {table}"))
                    {
                        foreach (var (column, value) in (IDictionary<string, object?>)row)
                        {
                            all.AppendLine(CultureInfo.InvariantCulture, $"{table}.{column}: {(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value)}");
                        }
                    }
                }

                return all.ToString();
            },
            CancellationToken.None);
    }
}
