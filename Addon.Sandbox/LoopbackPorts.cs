using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Addon.Sandbox;

/// <summary>Ports of this machine that nobody listens on.</summary>
/// <remarks>Both addresses have to be known before either host starts, because each is configured with the other's; hence a port is chosen, not asked for later.</remarks>
internal static class LoopbackPorts
{
    /// <summary>The wanted port, or another when it is taken; 0 is any free one.</summary>
    /// <param name="wanted">The port.</param>
    /// <param name="option">The option that asked for exactly this port, or null when it is only the usual one.</param>
    /// <param name="except">A port that is given away already.</param>
    /// <param name="tell">Hears when another port is used.</param>
    public static int Choose(int wanted, string? option, int except, Action<string> tell)
    {
        if (wanted == 0)
        {
            return AnyExcept(except);
        }

        if (wanted != except && Try(wanted) is { } free)
        {
            return free;
        }

        var text = wanted.ToString(CultureInfo.InvariantCulture);
        if (option is not null)
        {
            throw new SandboxStartException($"Port {text} is taken or not allowed; choose another with {option} <port>.");
        }

        var other = AnyExcept(except);
        tell($"Port {text} is taken, using {other.ToString(CultureInfo.InvariantCulture)}.");
        return other;
    }

    private static int AnyExcept(int except)
    {
        int port;
        do
        {
            port = Try(0)!.Value;
        }
        while (port == except);

        return port;
    }

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
