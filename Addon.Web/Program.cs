using Addon.Web;

return await AddonHost.RunAsync(args);
