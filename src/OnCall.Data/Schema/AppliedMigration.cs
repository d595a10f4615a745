namespace OnCall.Data.Schema;

/// <summary>A line of the journal: a script that this database has been through.</summary>
public sealed record AppliedMigration(string Name, string Hash);
