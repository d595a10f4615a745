using System.Runtime.InteropServices;

namespace OnCall.Ldap;

/// <summary>Has OpenLDAP's library tell of the sockets that it opens: struct ldap_conncb of ldap.h.</summary>
internal static class SocketNews
{
    private const int OptionConnectCallback = 0x5011;
    private const int SocketOfBuffer = 1;

    // Native code holds these for the life of the process.
    private static readonly Opened WhenOpened = static (_, buffer, _, _, _) =>
    {
        if (BufferControl(buffer, SocketOfBuffer, out var socket) == 1)
        {
            SocketCut.Opened(socket);
        }

        return 0;
    };

    private static readonly Closed WhenClosed = static (_, _, _) => { };

    private static bool _asked;

    /// <summary>Zero when the library does so from now on. To be called by one thread at a time.</summary>
    internal static int Ask()
    {
        if (_asked || !OperatingSystem.IsLinux())
        {
            return 0;
        }

        var callbacks = Marshal.AllocHGlobal(3 * nint.Size);
        Marshal.WriteIntPtr(callbacks, Marshal.GetFunctionPointerForDelegate(WhenOpened));
        Marshal.WriteIntPtr(callbacks, nint.Size, Marshal.GetFunctionPointerForDelegate(WhenClosed));
        Marshal.WriteIntPtr(callbacks, 2 * nint.Size, nint.Zero);
        var answer = SetCallbacks(nint.Zero, OptionConnectCallback, callbacks);
        _asked = answer == 0;
        return answer;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Opened(nint connection, nint buffer, nint server, nint address, nint callbacks);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Closed(nint connection, nint buffer, nint callbacks);

    [DllImport(LdapLibrary.Name, EntryPoint = "ldap_set_option")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetCallbacks(nint connection, int option, nint value);

    // Of liblber, which comes with the library and is found through it.
    [DllImport(LdapLibrary.Name, EntryPoint = "ber_sockbuf_ctrl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int BufferControl(nint buffer, int option, out int value);
}
