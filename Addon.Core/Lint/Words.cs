using System.Collections.Frozen;

namespace Addon.Core.Lint;

/// <summary>The closed lists of words by which a piece of work is told from a number that it moves.</summary>
internal static class Words
{
    /// <summary>What a sentence about delivery begins with.</summary>
    public static FrozenSet<string> Delivery { get; } = Set(
        "launch ship deliver release build implement migrate write create develop complete finish deploy introduce hold run conduct explore investigate research evaluate document design "
        + "define refactor rewrite replace add install integrate publish prepare organize organise host start begin upgrade automate hire establish plan draft execute pilot prototype "
        + "configure decommission sunset retire remove perform convert redesign update standardize standardise train rollout onboard setup train analyze analyse");

    /// <summary>Two words that do the same.</summary>
    public static FrozenSet<string> DeliveryPairs { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "roll out", "set up", "carry out", "go live", "switch over", "move to", "clean up", "kick off");

    /// <summary>What besides a sentence about activity begins with.</summary>
    public static FrozenSet<string> Busy { get; } = Set("close resolve fix answer process handle merge review attend send make do visit give speak record produce file open groom estimate");

    /// <summary>What is counted when activity is counted.</summary>
    public static FrozenSet<string> Activities { get; } = Set(
        "ticket tickets story stories task tasks issue issues test tests interview interviews feature features workshop workshops training trainings session sessions meeting meetings demo demos "
        + "article articles post posts document documents docs page pages report reports survey surveys experiment experiments pr prs commit commits webinar webinars talk talks bug bugs call calls "
        + "review reviews retro retros retrospectives presentation presentations email emails e-mails campaign campaigns video videos course courses epic epics runbook runbooks dashboard dashboards "
        + "playbook playbooks prototype prototypes newsletter newsletters visit visits audit audits drill drills study studies request requests event events spike spikes");

    /// <summary>Numbers as words, as far as they count activity.</summary>
    public static FrozenSet<string> Numerals { get; } = Set("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred dozen several");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
