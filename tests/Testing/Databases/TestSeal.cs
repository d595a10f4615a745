using Microsoft.AspNetCore.DataProtection;
using OnCall.Data.Sealing;

namespace OnCall.Testing.Databases;

/// <summary>Seals with a key that lives as long as the process, so that all databases of a test open each other's.</summary>
public static class TestSeal
{
    public static TextSeal Instance { get; } = With(new EphemeralDataProtectionProvider());

    public static TextSeal With(IDataProtectionProvider protection, Action<SealedColumn>? unreadable = null) => new(() => protection, unreadable ?? (static _ => { }));
}
