using System.Reflection;

namespace OnCall.Testing;

/// <summary>Stands before ports and breaks what they do at a word: a database that goes away and comes back.</summary>
public sealed class Breaker
{
    /// <summary>What every call fails with; null lets them through.</summary>
    public Exception? Broken { get; set; }

    public T Over<T>(T store)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        var made = (Proxy)(object)proxy;
        (made.Breaker, made.Store) = (this, store);
        return proxy;
    }

    public class Proxy : DispatchProxy
    {
        public Breaker? Breaker { get; set; }

        public object? Store { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Breaker!.Broken is { } error ? throw error : targetMethod!.Invoke(Store, args);
    }
}
