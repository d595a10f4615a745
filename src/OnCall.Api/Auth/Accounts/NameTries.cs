using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace OnCall.Api.Auth.Accounts;

/// <summary>
/// Counts tries by names that are nobody's number here, on this node only: as many, and locked for as long, as those of people, so that
/// who guesses learns nothing from it. A name is kept as a hash, for an hour: it may be a password that was typed into the wrong field.
/// </summary>
internal sealed class NameTries
{
    /// <summary>More names than people type in an hour; the oldest goes for a new one.</summary>
    internal const int Most = 10_000;

    private static readonly Duration Life = Duration.FromHours(1);

    private static readonly UnicodeCategory[] Unseen = [UnicodeCategory.NonSpacingMark, UnicodeCategory.Format, UnicodeCategory.Control];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tried> _tried = new(StringComparer.Ordinal);

    /// <summary>False when there were too many; then it is not counted.</summary>
    public bool Count(string name, Instant now)
    {
        var key = Key(name);
        lock (_gate)
        {
            var tried = _tried.TryGetValue(key, out var known) && now - known.Last < Life ? known : new Tried(0, null, now);
            if (tried.LockedUntil > now)
            {
                return false;
            }

            var tries = tried.LockedUntil is null ? tried.Tries + 1 : 1;
            MakeRoom(key, now);
            _tried[key] = new Tried(tries, tries >= PasswordSignIn.Tries ? now + PasswordSignIn.Locked : null, now);
            return true;
        }
    }

    /// <summary>Takes back the last try: it could not be looked at.</summary>
    public void GiveBack(string name)
    {
        var key = Key(name);
        lock (_gate)
        {
            if (_tried.TryGetValue(key, out var tried))
            {
                _tried[key] = tried with { Tries = tried.Tries - 1, LockedUntil = null };
            }
        }
    }

    /// <summary>The password was right.</summary>
    public void Forget(string name)
    {
        lock (_gate)
        {
            _tried.Remove(Key(name));
        }
    }

    private void MakeRoom(string key, Instant now)
    {
        if (_tried.Count < Most || _tried.ContainsKey(key))
        {
            return;
        }

        foreach (var old in _tried.Where(t => now - t.Value.Last >= Life).Select(t => t.Key).ToArray())
        {
            _tried.Remove(old);
        }

        if (_tried.Count >= Most)
        {
            _tried.Remove(_tried.MinBy(t => t.Value.Last).Key);
        }
    }

    // A directory takes many ways of writing for one name (RFC 4518, 2): other cases, widths and spaces, accents, signs that are not seen.
    private static string Key(string name)
    {
        var runes = string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKD).EnumerateRunes();
        var seen = string.Concat(runes.Where(r => !Rune.IsWhiteSpace(r) && !Unseen.Contains(Rune.GetUnicodeCategory(r))));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToUpperInvariant())));
    }

    private sealed record Tried(int Tries, Instant? LockedUntil, Instant Last);
}
