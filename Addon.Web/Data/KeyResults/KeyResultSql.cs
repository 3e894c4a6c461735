namespace Addon.Web.Data.KeyResults;

internal static class KeyResultSql
{
    /// <summary>The columns of <see cref="KeyResultRow"/>; the alias is k.</summary>
    public const string Columns = """
        k.id, k.number, k.objective_id, k.title, k.metric, k.direction, k.from_value, k.to_value, k.low_value, k.high_value, k.unit, k.per, k.weight, k.owner,
        k.how_work_moves_it, k.source, k.phases_json, k.due_on, k.state, k.baselining_since, k.activated_at, k.ended_at, k.dormant_since, k.end_reason, k.redirect,
        k.carried_from_id, k.original_json, k.lift_at, k.lift_by, k.lift_note, k.accepted_hints_json, k.recent_json, k.periods_with_value, k.periods_in_bound,
        k.last_period_in_bound, k.last_check_in_at, k.last_check_in_by, k.last_check_in_note, k.confidence, k.version
        """;

    public const string Find = $"SELECT {Columns} FROM key_result k WHERE k.tenant_id = @tenant AND k.id = @id;";

    public static readonly SqlPair List = new(
        SqlServer: ListHead + " AND k.id IN (SELECT CAST(j.value AS uniqueidentifier) FROM OPENJSON(@ids) j) ORDER BY k.number;",
        Sqlite: ListHead + " AND k.id IN (SELECT j.value FROM json_each(@ids) j) ORDER BY k.number;");

    /// <summary>The hints keep others from adding to the range or changing it until the transaction ends; SQLite has one writer anyway.</summary>
    public static readonly SqlPair ListOf = new(
        SqlServer: $"SELECT {Columns} FROM key_result k WITH (UPDLOCK, HOLDLOCK) WHERE k.tenant_id = @tenant AND k.objective_id = @objective ORDER BY k.number;",
        Sqlite: $"SELECT {Columns} FROM key_result k WHERE k.tenant_id = @tenant AND k.objective_id = @objective ORDER BY k.number;");

    /// <summary>What the linter compares with; the cycle keeps what a closed one left behind out of it.</summary>
    public const string ListActiveMetrics = """
        SELECT k.id, k.number, k.title, k.metric, k.unit, k.direction
        FROM objective o
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        INNER JOIN key_result k ON k.tenant_id = o.tenant_id AND k.objective_id = o.id
        WHERE o.tenant_id = @tenant AND o.scope_id = @scope AND c.state <> 3 AND k.state = 1
        ORDER BY k.number;
        """;

    public const string Add = """
        INSERT INTO key_result (tenant_id, id, number, objective_id, title, metric, direction, from_value, to_value, low_value, high_value, unit, per, weight, owner,
                                how_work_moves_it, source, phases_json, due_on, state, baselining_since, activated_at, ended_at, dormant_since, end_reason, redirect,
                                carried_from_id, original_json, lift_at, lift_by, lift_note, accepted_hints_json, value_count, version,
                                created_at, created_by, updated_at, updated_by)
        VALUES (@tenant, @id, @number, @objective, @title, @metric, @direction, @from, @to, @low, @high, @unit, @per, @weight, @owner,
                @howWorkMovesIt, @source, @phases, @dueOn, @state, @baseliningSince, @activatedAt, @endedAt, @dormantSince, @endReason, @redirect,
                @carriedFrom, @original, @liftAt, @liftBy, @liftNote, @acceptedHints, 0, @version, @now, @actor, @now, @actor);
        """;

    public const string Update = """
        UPDATE key_result
        SET title = @title, metric = @metric, direction = @direction, from_value = @from, to_value = @to, low_value = @low, high_value = @high, unit = @unit,
            per = @per, weight = @weight, owner = @owner, how_work_moves_it = @howWorkMovesIt, source = @source, phases_json = @phases, due_on = @dueOn,
            state = @state, baselining_since = @baseliningSince, activated_at = @activatedAt, ended_at = @endedAt, dormant_since = @dormantSince,
            end_reason = @endReason, redirect = @redirect, original_json = @original, lift_at = @liftAt, lift_by = @liftBy, lift_note = @liftNote,
            accepted_hints_json = @acceptedHints, version = version + 1, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND id = @id AND version = @version;
        """;

    /// <summary>A draft has no values, check-ins, retargetings or links: only who was asked to help belongs to it.</summary>
    public const string DeleteDraftsCoAuthors = """
        DELETE FROM kr_co_author
        WHERE tenant_id = @tenant AND key_result_id IN (SELECT k.id FROM key_result k WHERE k.tenant_id = @tenant AND k.id = @id AND k.state = 0 AND k.version = @version
                                                            AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.tenant_id = k.tenant_id AND o.parent_key_result_id = k.id));
        """;

    public const string DeleteDraft = """
        DELETE FROM key_result
        WHERE tenant_id = @tenant AND id = @id AND state = 0 AND version = @version
          AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.tenant_id = @tenant AND o.parent_key_result_id = @id);
        """;

    public static readonly SqlPair ListValues = new(
        SqlServer: ValuesHead + " FROM kr_value v WITH (UPDLOCK, HOLDLOCK)" + ValuesTail,
        Sqlite: ValuesHead + " FROM kr_value v" + ValuesTail);

    /// <summary>Counting first locks the key result, so that its values are numbered one after the other and whoever sums them up has seen all of them.</summary>
    public const string AppendValue = """
        UPDATE key_result SET value_count = value_count + 1 WHERE tenant_id = @tenant AND id = @keyResult;

        INSERT INTO kr_value (tenant_id, key_result_id, number, id, value, measured_at, note, source, corrects_id, dedupe_key, created_at, actor)
        SELECT k.tenant_id, k.id, k.value_count, @id, @value, @measuredAt, @note, @source, @corrects, @dedupeKey, @recordedAt, @actor
        FROM key_result k
        WHERE k.tenant_id = @tenant AND k.id = @keyResult;
        """;

    public const string SaveSummary = """
        UPDATE key_result
        SET recent_json = @recent, periods_with_value = @periodsWithValue, periods_in_bound = @periodsInBound, last_period_in_bound = @lastPeriodInBound
        WHERE tenant_id = @tenant AND id = @id;
        """;

    public const string AppendCheckIn = """
        INSERT INTO kr_check_in (tenant_id, id, key_result_id, at, confidence, value_id, note, created_by)
        VALUES (@tenant, @id, @keyResult, @at, @confidence, @value, @note, @by);

        UPDATE key_result
        SET last_check_in_at = @at, last_check_in_by = @by, last_check_in_note = @note, confidence = @confidence
        WHERE tenant_id = @tenant AND id = @keyResult AND (last_check_in_at IS NULL OR last_check_in_at <= @at);
        """;

    public const string ListCheckIns = """
        SELECT i.id, i.key_result_id, i.at, i.confidence, i.value_id, i.note, i.created_by
        FROM kr_check_in i
        WHERE i.tenant_id = @tenant AND i.key_result_id = @id
        ORDER BY i.at, i.id;
        """;

    public const string AppendTargetChange = """
        INSERT INTO kr_target_change (tenant_id, id, key_result_id, at, before_json, after_json, eased, reason, created_by)
        VALUES (@tenant, @id, @keyResult, @at, @before, @after, @eased, @reason, @by);
        """;

    public const string ListTargetChanges = """
        SELECT g.id, g.key_result_id, g.at, g.before_json, g.after_json, g.eased, g.reason, g.created_by
        FROM kr_target_change g
        WHERE g.tenant_id = @tenant AND g.key_result_id = @id
        ORDER BY g.at, g.id;
        """;

    public const string ListCoAuthors = """
        SELECT a.account, a.invited_by, a.invited_at, a.accepted_at
        FROM kr_co_author a
        WHERE a.tenant_id = @tenant AND a.key_result_id = @id
        ORDER BY a.invited_at, a.account;
        """;

    public const string UpdateCoAuthor = """
        UPDATE kr_co_author SET accepted_at = @acceptedAt WHERE tenant_id = @tenant AND key_result_id = @id AND account = @account;
        """;

    public const string AddCoAuthor = """
        INSERT INTO kr_co_author (tenant_id, key_result_id, account, invited_by, invited_at, accepted_at)
        VALUES (@tenant, @id, @account, @invitedBy, @invitedAt, @acceptedAt);
        """;

    public const string RemoveCoAuthor = "DELETE FROM kr_co_author WHERE tenant_id = @tenant AND key_result_id = @id AND account = @account;";

    private const string ListHead = $"""
        SELECT {Columns}, s.id AS scope_id, s.kind AS scope_kind
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        WHERE k.tenant_id = @tenant
        """;

    private const string ValuesHead = "SELECT v.id, v.key_result_id, v.value, v.measured_at, v.created_at, v.source, v.actor, v.note, v.corrects_id, v.dedupe_key";

    private const string ValuesTail = " WHERE v.tenant_id = @tenant AND v.key_result_id = @id ORDER BY v.number;";
}
