using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Addon.Core.Common;
using Polly;

namespace Addon.Web.Jira;

/// <summary>Jira's REST API (v3), as far as we call it: one method per endpoint. Everything here reads, so that everything may be repeated.</summary>
internal sealed partial class JiraApi(HttpClient http, ILogger<JiraApi> logger)
{
    private static readonly string Fields = string.Join(',', JiraIssueFields.Names);

    /// <summary><c>POST /rest/api/3/permissions/check</c>: what a person may do.</summary>
    public Task<JiraAnswer<PermissionGrants>> CheckPermissionsAsync(JiraSite site, PermissionsQuestion question, CancellationToken ct) =>
        AskAsync(site, "/rest/api/3/permissions/check", question, JiraJson.Default.PermissionsQuestion, JiraJson.Default.PermissionGrants, ct);

    /// <summary><c>GET /rest/api/3/issue/{id}</c>: an issue, as far as the app may see it.</summary>
    public async Task<JiraAnswer<JiraIssue>> GetIssueAsync(JiraSite site, IssueId issue, CancellationToken ct)
    {
        using var request = site.Request(HttpMethod.Get, $"/rest/api/3/issue/{issue}?fields={Uri.EscapeDataString(Fields)}");
        return await SendAsync(site, request, JiraJson.Default.JiraIssue, ct);
    }

    /// <summary><c>POST /rest/api/3/search/jql</c>: one page of issues.</summary>
    public Task<JiraAnswer<SearchPage>> SearchAsync(JiraSite site, SearchQuestion question, CancellationToken ct) =>
        AskAsync(site, "/rest/api/3/search/jql", question, JiraJson.Default.SearchQuestion, JiraJson.Default.SearchPage, ct);

    private async Task<JiraAnswer<TAnswer>> AskAsync<TQuestion, TAnswer>(
        JiraSite site, string path, TQuestion question, JsonTypeInfo<TQuestion> questionType, JsonTypeInfo<TAnswer> answerType, CancellationToken ct)
        where TAnswer : class
    {
        using var request = site.Request(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(question, questionType));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // Without it Jira takes some POSTs for a browser's that another page has forged (XSRF check).
        request.Headers.Add("X-Atlassian-Token", "nocheck");
        request.Options.Set(ResilienceHandler.Repeatable, true);
        return await SendAsync(site, request, answerType, ct);
    }

    private async Task<JiraAnswer<T>> SendAsync<T>(JiraSite site, HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
            {
                Log.Refused(logger, site.Tenant, response.StatusCode);
                return new JiraAnswer<T>(response.StatusCode, null);
            }

            await using var body = await response.Content.ReadAsStreamAsync(ct);
            return new JiraAnswer<T>(response.StatusCode, await JsonSerializer.DeserializeAsync(body, type, ct));
        }
        catch (JsonException)
        {
            Log.Unreadable(logger, site.Tenant);
            return new JiraAnswer<T>(HttpStatusCode.OK, null);
        }
        catch (Exception exception) when (IsNoAnswer(exception, ct))
        {
            Log.NoAnswer(logger, site.Tenant, exception.GetType().Name);
            return default;
        }
    }

    private static bool IsNoAnswer(Exception exception, CancellationToken ct) =>
        exception is HttpRequestException or IOException or ExecutionRejectedException
        || (exception is OperationCanceledException && !ct.IsCancellationRequested);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Jira answered a call for tenant {TenantId} with {Status}.")]
        public static partial void Refused(ILogger logger, TenantId tenantId, HttpStatusCode status);

        [LoggerMessage(2, LogLevel.Warning, "Jira's answer to a call for tenant {TenantId} is not the JSON that its description promises.")]
        public static partial void Unreadable(ILogger logger, TenantId tenantId);

        [LoggerMessage(3, LogLevel.Warning, "Jira did not answer a call for tenant {TenantId}: {Cause}.")]
        public static partial void NoAnswer(ILogger logger, TenantId tenantId, string cause);
    }
}
