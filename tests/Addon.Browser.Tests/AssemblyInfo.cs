using Addon.Browser.Tests;
using Xunit;

// One sandbox and one browser for all; each test brings its own issues, and one after the other keeps the waits short on small machines.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
