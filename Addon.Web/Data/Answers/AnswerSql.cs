namespace Addon.Web.Data.Answers;

internal static class AnswerSql
{
    public const string Find = """
        SELECT answer, reason, note FROM issue_answer WHERE tenant_id = @tenant AND issue_id = @issue;

        SELECT k.id, k.number
        FROM issue_link x
        INNER JOIN key_result k ON k.tenant_id = x.tenant_id AND k.id = x.key_result_id
        WHERE x.tenant_id = @tenant AND x.issue_id = @issue AND x.removed_at IS NULL;
        """;

    /// <summary>
    /// The answer's row comes first: it is what two people who answer for the same issue at once wait for each other on.
    /// Then links that are not in the new set are marked as removed, those that were removed before are revived, and new ones are added.
    /// </summary>
    public static readonly SqlPair Save = new(
        SqlServer: SaveAnswer + RemoveLinks + " AND key_result_id NOT IN (SELECT CAST(j.value AS uniqueidentifier) FROM OPENJSON(@keyResults) j);"
            + ReviveLinks + " AND key_result_id IN (SELECT CAST(j.value AS uniqueidentifier) FROM OPENJSON(@keyResults) j);"
            + AddLinks + " AND k.id IN (SELECT CAST(j.value AS uniqueidentifier) FROM OPENJSON(@keyResults) j);",
        Sqlite: SaveAnswer + RemoveLinks + " AND key_result_id NOT IN (SELECT j.value FROM json_each(@keyResults) j);"
            + ReviveLinks + " AND key_result_id IN (SELECT j.value FROM json_each(@keyResults) j);"
            + AddLinks + " AND k.id IN (SELECT j.value FROM json_each(@keyResults) j);");

    private const string SaveAnswer = """
        UPDATE issue_answer
        SET answer = @answer, reason = @reason, note = @note, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND issue_id = @issue;

        INSERT INTO issue_answer (tenant_id, issue_id, answer, reason, note, created_at, created_by, updated_at, updated_by)
        SELECT @tenant, @issue, @answer, @reason, @note, @now, @actor, @now, @actor
        WHERE NOT EXISTS (SELECT 1 FROM issue_answer WHERE tenant_id = @tenant AND issue_id = @issue);

        """;

    private const string RemoveLinks = """

        UPDATE issue_link
        SET removed_at = @now, removed_by = @actor
        WHERE tenant_id = @tenant AND issue_id = @issue AND removed_at IS NULL
        """;

    private const string ReviveLinks = """

        UPDATE issue_link
        SET removed_at = NULL, removed_by = NULL, source = @source, created_at = @now, created_by = @actor
        WHERE tenant_id = @tenant AND issue_id = @issue AND removed_at IS NOT NULL
        """;

    private const string AddLinks = """

        INSERT INTO issue_link (tenant_id, issue_id, key_result_id, source, created_at, created_by)
        SELECT k.tenant_id, @issue, k.id, @source, @now, @actor
        FROM key_result k
        WHERE k.tenant_id = @tenant
          AND NOT EXISTS (SELECT 1 FROM issue_link x WHERE x.tenant_id = k.tenant_id AND x.issue_id = @issue AND x.key_result_id = k.id)
        """;
}
