using Polly;

namespace Addon.Web.Jira;

/// <summary>A call was not made because its site has used up its budget for now. One of the reasons for "Jira does not answer".</summary>
internal sealed class JiraBudgetSpentException() : ExecutionRejectedException("The site's budget of calls is spent for now.");
