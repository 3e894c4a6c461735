namespace Addon.Web.Data.Events;

/// <summary>The inbox; state is 0 pending, 1 handled, 2 parked. Claim, release, health and purge are jobs of the system and go over all tenants; everything else names the tenant.</summary>
internal static class InboxSql
{
    public const string Accept = """
        INSERT INTO webhook_inbox (tenant_id, delivery_id, name, state, payload, asks_jira, received_at, due_at, attempts, updated_at)
        SELECT @tenant, @delivery, @name, 0, @payload, @asksJira, @now, @now, 0, @now
        WHERE NOT EXISTS (SELECT 1 FROM webhook_inbox WHERE tenant_id = @tenant AND delivery_id = @delivery);
        """;

    /// <summary>
    /// One statement claims. On SQL Server the conditions stand twice: inside they choose, outside they are checked again on the row that is locked, so that correctness
    /// does not hang on the hints. SQLite has one writer and nothing to check again; there the outer ones would make it go through everything that waits. An attempt counts when it is claimed, so that an event that kills its worker is given up some day.
    /// </summary>
    public static readonly SqlPair Claim = new(
        SqlServer: """
            UPDATE webhook_inbox
            SET lease_owner = @owner, leased_until = @until, attempts = attempts + 1, updated_at = @now
            OUTPUT inserted.seq, inserted.tenant_id, inserted.delivery_id, inserted.name, inserted.payload, inserted.attempts, inserted.received_at, inserted.due_at
            WHERE seq IN (
                SELECT TOP (@most) w.seq
                FROM webhook_inbox w WITH (ROWLOCK, READPAST, UPDLOCK)
                WHERE w.state = 0 AND w.asks_jira = @asksJira AND w.due_at <= @now AND (w.leased_until IS NULL OR w.leased_until <= @now)
                ORDER BY w.due_at, w.seq)
              AND state = 0 AND (leased_until IS NULL OR leased_until <= @now);
            """,
        Sqlite: """
            UPDATE webhook_inbox
            SET lease_owner = @owner, leased_until = @until, attempts = attempts + 1, updated_at = @now
            WHERE seq IN (
                SELECT w.seq
                FROM webhook_inbox w
                WHERE w.state = 0 AND w.asks_jira = @asksJira AND w.due_at <= @now AND (w.leased_until IS NULL OR w.leased_until <= @now)
                ORDER BY w.due_at, w.seq
                LIMIT @most)
            RETURNING seq, tenant_id, delivery_id, name, payload, attempts, received_at, due_at;
            """);

    /// <summary>What its owner still holds was claimed and not begun; it gets its attempt back.</summary>
    public const string Release = """
        UPDATE webhook_inbox
        SET attempts = attempts - 1, lease_owner = NULL, leased_until = NULL, updated_at = @now
        WHERE state = 0 AND lease_owner = @owner;
        """;

    public const string Complete = """
        UPDATE webhook_inbox
        SET state = 1, payload = NULL, error_code = NULL, lease_owner = NULL, leased_until = NULL, updated_at = @now
        WHERE tenant_id = @tenant AND delivery_id = @delivery AND state = 0 AND lease_owner = @owner;
        """;

    public const string Retry = """
        UPDATE webhook_inbox
        SET due_at = @dueAt, error_code = @errorCode, lease_owner = NULL, leased_until = NULL, updated_at = @now
        WHERE tenant_id = @tenant AND delivery_id = @delivery AND state = 0 AND lease_owner = @owner;
        """;

    public const string Park = """
        UPDATE webhook_inbox
        SET state = 2, error_code = @errorCode, lease_owner = NULL, leased_until = NULL, updated_at = @now
        WHERE tenant_id = @tenant AND delivery_id = @delivery AND state = 0 AND lease_owner = @owner;
        """;

    public static readonly SqlPair Health = new(
        SqlServer: HealthCounts + """
            SELECT TOP (20) name, received_at, attempts, error_code FROM webhook_inbox WHERE state = 2 ORDER BY updated_at DESC, seq DESC;
            """,
        Sqlite: HealthCounts + """
            SELECT name, received_at, attempts, error_code FROM webhook_inbox WHERE state = 2 ORDER BY updated_at DESC, seq DESC LIMIT 20;
            """);

    /// <summary>One round, the oldest first: a delete without a bound would hold SQLite's only writer, or lock SQL Server's table, for as long as there is something to forget.</summary>
    public static readonly SqlPair Purge = new(
        SqlServer: """
            DELETE FROM webhook_inbox
            WHERE seq IN (
                SELECT TOP (@most) w.seq
                FROM webhook_inbox w
                WHERE w.state = 1 AND w.received_at < @before
                ORDER BY w.received_at);
            """,
        Sqlite: """
            DELETE FROM webhook_inbox
            WHERE seq IN (
                SELECT w.seq
                FROM webhook_inbox w
                WHERE w.state = 1 AND w.received_at < @before
                ORDER BY w.received_at
                LIMIT @most);
            """);

    private const string HealthCounts = """
        SELECT COUNT(*) AS pending, MIN(received_at) AS oldest_pending_at FROM webhook_inbox WHERE state = 0;
        SELECT COUNT(*) FROM webhook_inbox WHERE state = 2;

        """;
}
