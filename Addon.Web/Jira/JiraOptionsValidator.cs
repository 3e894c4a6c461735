using Microsoft.Extensions.Options;

namespace Addon.Web.Jira;

internal sealed class JiraOptionsValidator : IValidateOptions<JiraOptions>
{
    public ValidateOptionsResult Validate(string? name, JiraOptions options) => options switch
    {
        { AttemptSeconds: not (>= 0.1 and <= 60) } => ValidateOptionsResult.Fail("Jira:AttemptSeconds must be a number from 0.1 to 60."),
        { DeadlineSeconds: not (>= 0.1 and <= 60) } => ValidateOptionsResult.Fail("Jira:DeadlineSeconds must be a number from 0.1 to 60."),
        _ when options.DeadlineSeconds < options.AttemptSeconds => ValidateOptionsResult.Fail("Jira:DeadlineSeconds must be at least Jira:AttemptSeconds."),
        _ => ValidateOptionsResult.Success,
    };
}
