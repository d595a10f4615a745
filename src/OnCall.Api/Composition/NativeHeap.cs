using System.Runtime.InteropServices;

namespace OnCall.Api.Composition;

/// <summary>
/// The heap of the C library, where the runtime's compiler works. glibc keeps what was freed, in a heap for each thread, because
/// small things that live on lie between the compiler's large blocks: on a node at rest 10 MiB and more that nothing uses.
/// Elsewhere (musl, Windows, macOS) there is nothing to set, and this does nothing.
/// </summary>
internal static class NativeHeap
{
    // From malloc.h, see mallopt(3).
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;
    private const int CompilerBlock = 64 * 1024;

    /// <summary>Gives the compiler's blocks mappings of their own, which go back to the system when they are freed. To be called first of all.</summary>
    internal static void StaySmall() => OnGlibc(static () =>
    {
        _ = SetOption(MmapThreshold, CompilerBlock);
        _ = SetOption(TrimThreshold, CompilerBlock);
        _ = SetOption(ArenaMax, 1);
    });

    /// <summary>Gives back the pages on which nothing lives any more.</summary>
    internal static void GiveBack() => OnGlibc(static () => _ = Trim(0));

    private static void OnGlibc(Action action)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            action();
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nint keep);
}
