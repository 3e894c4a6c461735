namespace Addon.Web.Hosting;

/// <summary>Work that has to be done before the server takes its first request: the schema, for one.</summary>
/// <remarks>Tasks run one after the other in the order of their registration. One that throws stops the start; its message is what the operator reads.</remarks>
internal interface IStartupTask
{
    /// <summary>Does the work.</summary>
    Task RunAsync(CancellationToken ct);
}
