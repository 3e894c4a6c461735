using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Addon.Core.Audit;
using Addon.Web.Http;
using CsvHelper;

namespace Addon.Web.Audit;

/// <summary>The audit as a file that is written while it is read: its size needs no memory.</summary>
/// <remarks>A spreadsheet runs a cell that begins like a formula; such cells get an apostrophe in front.</remarks>
internal sealed class AuditExport(IAsyncEnumerable<AuditEvent> events, bool asCsv) : IResult
{
    private static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Columns = ["at", "actor", "action", "entityType", "entityId", "before", "after", "via", "id"];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = asCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"straightline-audit.{(asCsv ? "csv" : "jsonl")}\"";
        await (asCsv ? WriteCsvAsync(response.Body, httpContext.RequestAborted) : WriteJsonAsync(response.Body, httpContext.RequestAborted));
    }

    private async Task WriteCsvAsync(Stream body, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(body, Csv, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, ct);
        await foreach (var found in events.WithCancellation(ct))
        {
            await csv.WriteRecordAsync(Fields(found), ct);
        }

        await csv.FlushAsync(ct);
    }

    private static string[] Fields(AuditEvent found) =>
    [
        found.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        found.Entry.Actor?.Value ?? "",
        found.Entry.Action,
        found.Entry.EntityType,
        found.Entry.EntityId,
        Facts(found.Entry.Before),
        Facts(found.Entry.After),
        WireEnum.Of(found.Entry.Via),
        found.Id.ToString("D"),
    ];

    private async Task WriteJsonAsync(Stream body, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await foreach (var found in events.WithCancellation(ct))
        {
            await writer.WriteAsync(JsonSerializer.Serialize(AuditEventResponse.Of(found), Json));
            await writer.WriteAsync('\n');
        }
    }

    private static string Facts(IReadOnlyDictionary<string, string?> facts) => facts.Count == 0 ? "" : JsonSerializer.Serialize(facts, Json);
}
