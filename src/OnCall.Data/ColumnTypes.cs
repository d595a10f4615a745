using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.BreakGlass;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Gaps;
using OnCall.Domain.Rosters.Pulls;
using OnCall.Domain.Rosters.Rotations;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Data;

/// <summary>
/// How the domain's types are stored. SQL Server: <c>datetime2(3)</c> in UTC and <c>uniqueidentifier</c>;
/// SQLite: milliseconds since 1970 and text.
/// </summary>
public static class ColumnTypes
{
    private static readonly Lock Gate = new();
    private static bool s_registered;

    /// <summary>Tells Dapper, once for the process.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (s_registered)
            {
                return;
            }

            s_registered = true;

            // Lists of nearly the same length share a statement, and with it its plan.
            SqlMapper.Settings.PadListExpansions = true;
            SqlMapper.AddTypeHandler(typeof(Instant), new InstantColumn());
            SqlMapper.RemoveTypeMap(typeof(byte[]));
            SqlMapper.AddTypeHandler(typeof(byte[]), new BytesColumn());
            AddId(static v => new PersonId(v), static id => id.Value);
            AddId(static v => new RoleId(v), static id => id.Value);
            AddId(static v => new OrgUnitId(v), static id => id.Value);
            AddId(static v => new PolicyId(v), static id => id.Value);
            AddId(static v => new ShiftId(v), static id => id.Value);
            AddId(static v => new CoverId(v), static id => id.Value);
            AddId(static v => new UploadId(v), static id => id.Value);
            AddId(static v => new FeedId(v), static id => id.Value);
            AddId(static v => new RotationId(v), static id => id.Value);
            AddId(static v => new SwapId(v), static id => id.Value);
            AddId(static v => new RosterPullId(v), static id => id.Value);
            AddId(static v => new PageId(v), static id => id.Value);
            AddId(static v => new PresetId(v), static id => id.Value);
            AddId(static v => new NotificationId(v), static id => id.Value);
            AddId(static v => new ContactMethodId(v), static id => id.Value);
            AddId(static v => new PushDeviceId(v), static id => id.Value);
            AddId(static v => new BrokenGlassId(v), static id => id.Value);
            AddId(static v => new ApiKeyId(v), static id => id.Value);
            AddId(static v => new SessionId(v), static id => id.Value);
            AddId(static v => new AlarmId(v), static id => id.Value);
            AddId(static v => new NoticeId(v), static id => id.Value);
            AddId(static v => new GapWarningId(v), static id => id.Value);
            AddId(static v => new HoldId(v), static id => id.Value);
            AddId(static v => new RetentionRunId(v), static id => id.Value);
            AddId(static v => new KeptId(v), static id => id.Value);
        }
    }

    private static void AddId<T>(Func<Guid, T> read, Func<T, Guid> write)
        where T : struct => SqlMapper.AddTypeHandler(typeof(T), new IdColumn<T>(read, write));

    // Dapper's own base class cannot answer null for a null column, which a query for one nullable value needs.
    private abstract class Column<T> : SqlMapper.ITypeHandler
        where T : struct
    {
        public object? Parse(Type destinationType, object value) => value is DBNull ? null : Read(value);

        public void SetValue(IDbDataParameter parameter, object value)
        {
            // A null has the type of what it stands for, so that a statement is the same to the server with it and without.
            Declare(parameter);
            parameter.Value = value is T known ? Write(parameter, known) : DBNull.Value;
        }

        protected abstract T Read(object value);

        protected abstract void Declare(IDbDataParameter parameter);

        protected abstract object Write(IDbDataParameter parameter, T value);
    }

    private sealed class IdColumn<T>(Func<Guid, T> read, Func<T, Guid> write) : Column<T>
        where T : struct
    {
        protected override T Read(object value) => read(value as Guid? ?? Guid.Parse((string)value));

        protected override void Declare(IDbDataParameter parameter) => parameter.DbType = parameter is SqliteParameter ? DbType.String : DbType.Guid;

        protected override object Write(IDbDataParameter parameter, T value) => parameter is SqliteParameter ? write(value).ToString("D") : write(value);
    }

    // Of one size whatever their length, or each length would have a plan of its own.
    private sealed class BytesColumn : SqlMapper.ITypeHandler
    {
        private const int Longest = 8000;

        public object? Parse(Type destinationType, object value) => value is DBNull ? null : (byte[])value;

        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = DbType.Binary;
            parameter.Value = value;
            if (parameter is not SqliteParameter)
            {
                parameter.Size = value is byte[] { Length: > Longest } ? -1 : Longest;
            }
        }
    }

    private sealed class InstantColumn : Column<Instant>
    {
        protected override Instant Read(object value) => value switch
        {
            long milliseconds => Instant.FromUnixTimeMilliseconds(milliseconds),
            DateTime utc => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
            _ => throw new DataException($"A {value.GetType().Name} is not an instant."),
        };

        protected override void Declare(IDbDataParameter parameter)
        {
            if (parameter is SqliteParameter)
            {
                parameter.DbType = DbType.Int64;
                return;
            }

            parameter.DbType = DbType.DateTime2;
            parameter.Scale = 3;
        }

        protected override object Write(IDbDataParameter parameter, Instant value)
        {
            // datetime2(3) rounds; cutting here keeps both databases and the rules on the same millisecond.
            var milliseconds = value.ToUnixTimeMilliseconds();
            return parameter is SqliteParameter ? milliseconds : Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc();
        }
    }
}
