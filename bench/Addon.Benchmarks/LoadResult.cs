namespace Addon.Benchmarks;

/// <summary>One measured load.</summary>
/// <param name="Name">What was called.</param>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="P50">Median latency in ms.</param>
/// <param name="P99">99th percentile in ms.</param>
/// <param name="CpuMicros">CPU time of the server per request in microseconds.</param>
/// <param name="ResidentMiB">Resident memory of the server after the load.</param>
internal sealed record LoadResult(string Name, double PerSecond, double P50, double P99, double CpuMicros, double ResidentMiB);
