using System.Security.Cryptography;
using System.Text;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;

namespace OnCall.Application.Presets;

/// <summary>The idempotency keys of a preset's pages: one for each role, made of the caller's, so that a press that is repeated sends nothing again.</summary>
internal static class PresetKeys
{
    internal const int Longest = 200;

    internal static bool IsKey(string? key) => !string.IsNullOrWhiteSpace(key) && key.Length <= Longest;

    /// <summary>71 characters, whatever the caller's key is.</summary>
    internal static string Of(string key, Preset preset, RoleId role) =>
        "preset:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{preset.Id}/{role}/{key}")));
}
