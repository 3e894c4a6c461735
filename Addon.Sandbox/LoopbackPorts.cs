using System.Net;
using System.Net.Sockets;

namespace Addon.Sandbox;

/// <summary>Ports of this machine that nobody listens on.</summary>
/// <remarks>Both addresses have to be known before either host starts, because each is configured with the other's; hence a port is chosen, not asked for later.</remarks>
internal static class LoopbackPorts
{
    /// <summary>The wanted port when it is free, else any free one.</summary>
    public static int FreeOr(int wanted) => wanted != 0 && Try(wanted) is { } free ? free : Try(0)!.Value;

    private static int? Try(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
