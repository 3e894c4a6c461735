using Addon.Web.Http;

namespace Addon.Web.Connect.Descriptor;

/// <summary>Stops the start when descriptor and endpoints disagree.</summary>
internal sealed class DescriptorStartupCheck(AddonDescriptor descriptor, EndpointDataSource endpoints, IWebHostEnvironment environment) : IStartupTask
{
    public Task RunAsync(CancellationToken ct) =>
        DescriptorCheck.FirstFault(DescriptorLink.Of(descriptor.Root), endpoints.Endpoints, environment.WebRootFileProvider) is { } fault
            ? throw new InvalidDataException(fault)
            : Task.CompletedTask;
}
