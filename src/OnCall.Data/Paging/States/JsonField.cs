using System.Text.Json;

namespace OnCall.Data.Paging.States;

/// <summary>Takes one property's value, at which <paramref name="json"/> stands, and leaves it at that value's end.</summary>
internal delegate void JsonField<in T>(ref Utf8JsonReader json, T into);
