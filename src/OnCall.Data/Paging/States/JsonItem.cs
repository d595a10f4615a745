using System.Text.Json;

namespace OnCall.Data.Paging.States;

/// <summary>Reads the value at which <paramref name="json"/> stands, and leaves it at that value's end.</summary>
internal delegate T JsonItem<out T>(ref Utf8JsonReader json);
