using Addon.Core.Answers;

namespace Addon.Web.Answers;

/// <summary>The reasons of "not KR work" as people spell them.</summary>
internal static class ReasonText
{
    /// <summary>The word.</summary>
    public static string Name(NotKrWorkReason reason) => reason.ToString();

    /// <summary>What belongs to it.</summary>
    public static string Explain(NotKrWorkReason reason) => reason switch
    {
        NotKrWorkReason.Maintenance => "Keeps things running",
        NotKrWorkReason.Incident => "Answers an incident",
        NotKrWorkReason.Compliance => "Law, audit or security duty",
        NotKrWorkReason.Support => "Helps a customer or a colleague",
        NotKrWorkReason.Enabler => "Makes later work possible",
        NotKrWorkReason.Experiment => "Finds something out",
        _ => "Anything else, in your own words",
    };
}
