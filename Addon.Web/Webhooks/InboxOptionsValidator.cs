using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

internal sealed class InboxOptionsValidator : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        var failures = new List<string>();
        Range(nameof(options.LeaseSeconds), options.LeaseSeconds, 1, 3600);
        Range(nameof(options.BatchSize), options.BatchSize, 1, 200);
        Range(nameof(options.Parallelism), options.Parallelism, 1, 32);
        Range(nameof(options.JiraParallelism), options.JiraParallelism, 1, 32);
        Range(nameof(options.PollSeconds), options.PollSeconds, 1, 300);
        Range(nameof(options.RetentionDays), options.RetentionDays, 1, 365);
        if (options.Retries is not { Count: >= 1 and <= 20 } || options.Retries.Any(seconds => seconds is < 0 or > 86_400))
        {
            failures.Add("Inbox:RetrySeconds must be a list of 1 to 20 numbers from 0 to 86400.");
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;

        void Range(string key, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                failures.Add($"Inbox:{key} must be a number from {least} to {most}.");
            }
        }
    }
}
