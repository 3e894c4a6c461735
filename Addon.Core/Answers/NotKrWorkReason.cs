namespace Addon.Core.Answers;

/// <summary>Why an issue rightly moves no key result.</summary>
public enum NotKrWorkReason
{
    /// <summary>Keeping things running.</summary>
    Maintenance = 0,

    /// <summary>Answering an incident.</summary>
    Incident = 1,

    /// <summary>Law, audit, security duty.</summary>
    Compliance = 2,

    /// <summary>Helping a customer or a colleague.</summary>
    Support = 3,

    /// <summary>Makes later work possible.</summary>
    Enabler = 4,

    /// <summary>Finding something out.</summary>
    Experiment = 5,

    /// <summary>Anything else; the note says what, in at least ten characters.</summary>
    Other = 6,
}
