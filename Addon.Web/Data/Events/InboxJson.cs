using System.Text.Json.Serialization;

namespace Addon.Web.Data.Events;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboxPayload))]
internal sealed partial class InboxJson : JsonSerializerContext;
