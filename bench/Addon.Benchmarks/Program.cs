using Addon.Benchmarks;
using Addon.Web;

// The servers run as children of this program, so that their CPU time and memory are theirs alone.
return args switch
{
    ["serve-bare", var url, var secret] => await BareServer.RunAsync(url, secret),
    ["serve-addon", .. var rest] => await AddonHost.RunAsync(rest),
    _ => await LoadRun.RunAsync(args),
};
