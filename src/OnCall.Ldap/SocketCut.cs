using System.Runtime.InteropServices;

namespace OnCall.Ldap;

/// <summary>
/// Ends a connection at its deadline. OpenLDAP's library shakes hands over TLS without a time-out (2.5 with GnuTLS): a server that
/// accepts and stays silent would hold a thread for ever. The library tells of each socket that it opens (LDAP_OPT_CONNECT_CB); a copy of
/// it is kept, so that what is shut down is never a number that meanwhile means something else.
/// </summary>
internal sealed class SocketCut : IDisposable
{
    // From fcntl.h and sys/socket.h.
    private const int CopyClosedOnExec = 1030;
    private const int BothWays = 2;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    [ThreadStatic]
    private static SocketCut? _ofThisThread;

    private readonly Lock _turn = new();
    private readonly List<int> _copies = [];
    private readonly Timer _timer;
    private bool _cut;

    /// <param name="left">Until the deadline; a moment later, as whoever waited has had the answer by then.</param>
    internal SocketCut(TimeSpan left) => _timer = new Timer(static cut => ((SocketCut)cut!).Cut(), this, left + Moment, Timeout.InfiniteTimeSpan);

    /// <summary>What this thread connects from here on is cut by this.</summary>
    internal void Begin() => _ofThisThread = this;

    /// <summary>To be called by the thread that connects.</summary>
    internal static void Opened(int socket) => _ofThisThread?.Keep(socket);

    public void Dispose()
    {
        _timer.Dispose();
        lock (_turn)
        {
            _copies.ForEach(copy => _ = Close(copy));
            _copies.Clear();
        }
    }

    private void Keep(int socket)
    {
        lock (_turn)
        {
            var copy = Control(socket, CopyClosedOnExec, 0);
            if (copy < 0)
            {
                return;
            }

            _copies.Add(copy);
            if (_cut)
            {
                _ = ShutDown(copy, BothWays);
            }
        }
    }

    private void Cut()
    {
        lock (_turn)
        {
            _cut = true;
            _copies.ForEach(copy => _ = ShutDown(copy, BothWays));
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int socket, int command, int argument);

    [DllImport("libc", EntryPoint = "shutdown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ShutDown(int socket, int how);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int socket);
}
