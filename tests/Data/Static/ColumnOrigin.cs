using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>What a column's name stands for: a type, or the expression of an inner query that gives it.</summary>
internal sealed record ColumnOrigin(SqlType Type, ScalarExpression? Expression = null);
