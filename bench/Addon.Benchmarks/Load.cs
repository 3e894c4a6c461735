using System.Diagnostics;

namespace Addon.Benchmarks;

/// <summary>A closed loop: so many connections, each sending the next prepared request as soon as the last one is answered.</summary>
internal static class Load
{
    public const int Connections = 32;

    public static async Task<LoadResult> RunAsync(string name, ServerProcess server, int count, Func<int, HttpRequestMessage> prepare)
    {
        // Everything is signed before the clock starts: the load generator shares the cores with the server.
        var warmUp = Math.Min(count / 4, 1000);
        var requests = Enumerable.Range(0, count + warmUp).Select(prepare).ToArray();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false, UseCookies = false })
        {
            BaseAddress = server.Address,
        };
        await SendAsync(http, requests.AsMemory(0, warmUp), null);
        var latencies = new double[count];
        var cpu = server.Cpu;
        var watch = Stopwatch.StartNew();
        await SendAsync(http, requests.AsMemory(warmUp), latencies);
        watch.Stop();
        var used = server.Cpu - cpu;
        Array.Sort(latencies);
        return new LoadResult(
            name,
            count / watch.Elapsed.TotalSeconds,
            latencies[count / 2],
            latencies[(int)(count * 0.99)],
            used.TotalMicroseconds / count,
            server.ResidentMiB);
    }

    private static async Task SendAsync(HttpClient http, ReadOnlyMemory<HttpRequestMessage> requests, double[]? latencies)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await http.SendAsync(requests.Span[i]);
                await response.Content.CopyToAsync(Stream.Null);
                if (!response.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{requests.Span[i].RequestUri} answered {(int)response.StatusCode}.");
                }

                if (latencies is not null)
                {
                    latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
        }));
    }
}
