using OnCall.Api.Screens.Wording;
using OnCall.Application.Access;

namespace OnCall.Api.Screens.Admin;

/// <summary>That something is saved, and what else that did.</summary>
internal static class SavedText
{
    internal static string Of(Texts t, string name, IReadOnlyList<EndedKeyView>? ended = null) =>
        ended is { Count: > 0 } keys
            ? t["{0} is saved. Keys that ended with it: {1}.", name, keys.Count]
            : t["{0} is saved.", name];
}
