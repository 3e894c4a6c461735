namespace Addon.Web.Data.Migrating;

/// <summary>The database cannot be brought to this build's schema. The message is one line for whoever starts the host.</summary>
internal sealed class MigrationException(string message) : Exception(message);
