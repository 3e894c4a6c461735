using System.Diagnostics.Metrics;

namespace Addon.Web.Data;

/// <summary>Counts commands, that is round trips. Made by the host's meter factory, so that two hosts in one process count apart.</summary>
internal sealed class DbMetrics(IMeterFactory meters)
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Straightline.Data";

    /// <summary>The counter's name.</summary>
    public const string Commands = "straightline.db.commands";

    // The factory owns the meter and disposes of it.
    private readonly Counter<long> commands = meters.Create(MeterName)
        .CreateCounter<long>(Commands, "{command}", "Commands sent to the database; each is one round trip.");

    /// <summary>Counts one command.</summary>
    public void CommandSent() => commands.Add(1);
}
