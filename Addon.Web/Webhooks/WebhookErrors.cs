using Addon.Core.Common;

namespace Addon.Web.Webhooks;

/// <summary>Why a delivery is refused for good. Jira does not repeat it (Connect: webhooks, every 4xx but 408, 409, 425 and 429 is final).</summary>
internal static class WebhookErrors
{
    public static readonly DomainError NotJson =
        new(ErrorKind.Invalid, "webhook.not_json", "The body is not one whole JSON object.");

    public static readonly DomainError EventMissing =
        new(ErrorKind.Invalid, "webhook.event_missing", "The body does not say which event it is (webhookEvent).");

    public static readonly DomainError IssueMissing =
        new(ErrorKind.Invalid, "webhook.issue_missing", "The body of an issue event does not say which issue it is about (issue.id).");

    public static readonly DomainError ProjectMissing =
        new(ErrorKind.Invalid, "webhook.project_missing", "The body of a project event does not say which project it is about (project.id).");
}
