using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Events;
using Addon.Core.Work;
using Addon.Web.Webhooks;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Webhooks;

public sealed class WebhookReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly WebhookReader reader = new(new StillClock(Now));

    [Fact]
    public void An_Updated_Issue_Is_Read_Into_A_Snapshot_Without_Anybodys_Name()
    {
        var happened = Read(new IssueBody { Parent = "10040" }.ToBytes());

        happened.Kind.ShouldBe(JiraEventKind.IssueChanged);
        happened.OccurredAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000));
        happened.Snapshot.ShouldBe(new IssueSnapshot
        {
            Issue = new IssueId(10042),
            Key = "PAY-12",
            Project = new ProjectId(10000),
            TypeId = 10001,
            HierarchyLevel = 0,
            Parent = new IssueId(10040),
            StatusName = "In Progress",
            StatusCategory = StatusCategory.InProgress,
            UpdatedAt = new DateTimeOffset(2026, 9, 20, 8, 11, 12, 345, TimeSpan.Zero),
        });
        foreach (var personal in (string[])["Maria", "maria@", "557058", "Pay out faster"])
        {
            happened.ToString().ShouldNotContain(personal);
        }
    }

    [Fact]
    public void Ids_May_Be_Numbers_Or_Digits()
    {
        var happened = Read(new IssueBody { Id = 10042, Project = 10000, Parent = 10040, Timestamp = "1790000000000" }.ToBytes());

        happened.Snapshot.ShouldNotBeNull().Issue.ShouldBe(new IssueId(10042));
        happened.Snapshot.Project.ShouldBe(new ProjectId(10000));
        happened.Snapshot.Parent.ShouldBe(new IssueId(10040));
        happened.OccurredAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000));
    }

    [Theory]
    [InlineData("new", StatusCategory.ToDo)]
    [InlineData("indeterminate", StatusCategory.InProgress)]
    [InlineData("done", StatusCategory.Done)]
    [InlineData("undefined", StatusCategory.ToDo)]
    public void Status_Categories_Are_Read_By_Their_Keys(string key, StatusCategory category) =>
        Read(new IssueBody { Category = key }.ToBytes()).Snapshot.ShouldNotBeNull().StatusCategory.ShouldBe(category);

    [Fact]
    public void A_Subtask_Of_An_Older_Body_Has_The_Level_Below()
    {
        var body = new IssueBody().ToJson();
        body["issue"]!["fields"]!["issuetype"] = JsonNode.Parse("""{"id": "5", "subtask": true}""");

        Read(body).Snapshot.ShouldNotBeNull().HierarchyLevel.ShouldBe(-1);
    }

    [Fact]
    public void A_Moved_Issue_Has_Its_New_Key_And_Project()
    {
        var moved = new IssueBody { Key = "OPS-3", Project = "10007", Changes = [IssueBody.Change("Key", "PAY-12", "OPS-3"), IssueBody.Change("project", "10000", "10007")] };

        var snapshot = Read(moved.ToBytes()).Snapshot.ShouldNotBeNull();

        snapshot.Issue.ShouldBe(new IssueId(10042));
        snapshot.Key.ShouldBe("OPS-3");
        snapshot.Project.ShouldBe(new ProjectId(10007));
    }

    [Theory]
    [InlineData("10041", "10041", true)]
    [InlineData("10040", "10041", false)]
    [InlineData(null, "10041", false)]
    [InlineData("10040", null, false)]
    [InlineData(null, null, true)]
    public void A_Change_Of_Parent_That_The_Issue_Does_Not_Show_Is_Asked_From_Jira(string? shown, string? changedTo, bool believed)
    {
        var body = new IssueBody { Parent = shown, Changes = [IssueBody.Change("IssueParentAssociation", "10039", changedTo)] };

        (Read(body.ToBytes()).Snapshot is not null).ShouldBe(believed);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("project")]
    [InlineData("updated")]
    public void An_Issue_Without_One_Of_The_Needed_Fields_Is_Asked_From_Jira(string field)
    {
        var body = new IssueBody().ToJson();
        body["issue"]!["fields"]!.AsObject().Remove(field);

        var happened = Read(body);

        happened.Kind.ShouldBe(JiraEventKind.IssueChanged);
        happened.Issue.ShouldBe(new IssueId(10042));
        happened.Snapshot.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"timestamp": 1790000000000, "webhookEvent": "jira:issue_updated", "issue": {"id": "77256", "key": "T-14"}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_created", "issue": {"id": 77256, "fields": null}, "user": null, "changelog": null}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": "77256", "key": 5, "fields": {"status": "Done", "project": [], "updated": {}, "issuetype": 7, "parent": true}}}""")]
    public void A_Reduced_Issue_Is_Asked_From_Jira(string body)
    {
        var happened = Read(Encoding.UTF8.GetBytes(body));

        happened.Kind.ShouldBe(JiraEventKind.IssueChanged);
        happened.Issue.ShouldBe(new IssueId(77256));
        happened.Snapshot.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"webhookEvent": "worklog_created", "worklog": {"id": "10066", "issueId": "10014"}}""")]
    [InlineData("""{"webhookEvent": "comment_created", "comment": {"id": "1"}, "issue": {"id": "10042", "key": "PAY-12", "fields": {"summary": "x"}}}""")]
    [InlineData("""{"webhookEvent": "sprint_started", "sprint": {"id": 7}}""")]
    [InlineData("""{"webhookEvent": "something_that_is_new_in_2027", "x": [[[]]]}""")]
    public void Events_That_Do_Not_Concern_Us_Are_Of_The_Other_Kind(string body) =>
        Read(Encoding.UTF8.GetBytes(body)).Kind.ShouldBe(JiraEventKind.Other);

    [Theory]
    [InlineData("project_deleted", JiraEventKind.ProjectDeleted)]
    [InlineData("project_soft_deleted", JiraEventKind.ProjectDeleted)]
    [InlineData("project_restored_deleted", JiraEventKind.ProjectRestored)]
    public void Project_Events_Name_Their_Project(string name, JiraEventKind kind)
    {
        foreach (var id in (string[])["10000", "\"10000\""])
        {
            var happened = Read(Encoding.UTF8.GetBytes($$$"""{"webhookEvent": "{{{name}}}", "timestamp": 1790000000000, "project": {"id": {{{id}}}, "key": "PAY"}}"""));

            happened.Kind.ShouldBe(kind);
            happened.Project.ShouldBe(new ProjectId(10000));
        }
    }

    [Fact]
    public void A_Deleted_Issue_Needs_Only_Its_Id()
    {
        var happened = Read("""{"webhookEvent": "jira:issue_deleted", "timestamp": 1790000000000, "issue": {"id": "10042"}}"""u8);

        happened.Kind.ShouldBe(JiraEventKind.IssueDeleted);
        happened.Issue.ShouldBe(new IssueId(10042));
        happened.OccurredAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("9e99")]
    [InlineData("9223372036854775807")]
    [InlineData("\"soon\"")]
    [InlineData("4102444800000")]
    public void An_Absurd_Time_Is_Ours(string timestamp) =>
        Read(Encoding.UTF8.GetBytes($$$"""{"webhookEvent": "jira:issue_deleted", "timestamp": {{{timestamp}}}, "issue": {"id": "1"}}""")).OccurredAt.ShouldBe(Now);

    [Theory]
    [InlineData("2019-08-27T12:43:24.674-0700", "2019-08-27T19:43:24.674Z")]
    [InlineData("2019-08-27T12:43:24.674-07:00", "2019-08-27T19:43:24.674Z")]
    [InlineData("2019-08-27T12:43:24.674Z", "2019-08-27T12:43:24.674Z")]
    [InlineData("2019-08-27T12:43:24+0530", "2019-08-27T07:13:24Z")]
    [InlineData("27/Aug/19 12:43 PM", null)]
    [InlineData("2999-08-27T12:43:24.674Z", null)]
    [InlineData("", null)]
    public void Update_Times_Are_Read_As_Jira_Writes_Them(string updated, string? expected) =>
        (Read(new IssueBody { Updated = updated }.ToBytes()).Snapshot?.UpdatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture))
            .ShouldBe(expected);

    [Theory]
    [InlineData("", "webhook.not_json")]
    [InlineData("  ", "webhook.not_json")]
    [InlineData("hello", "webhook.not_json")]
    [InlineData("<xml/>", "webhook.not_json")]
    [InlineData("null", "webhook.not_json")]
    [InlineData("5", "webhook.not_json")]
    [InlineData("\"jira:issue_updated\"", "webhook.not_json")]
    [InlineData("[]", "webhook.not_json")]
    [InlineData("""[{"webhookEvent": "jira:issue_updated"}]""", "webhook.not_json")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": "1"}""", "webhook.not_json")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": "1"}} x""", "webhook.not_json")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": "1"},}""", "webhook.not_json")]
    [InlineData("{}", "webhook.event_missing")]
    [InlineData("""{"issue": {"id": "1"}}""", "webhook.event_missing")]
    [InlineData("""{"webhookEvent": null}""", "webhook.event_missing")]
    [InlineData("""{"webhookEvent": " "}""", "webhook.event_missing")]
    [InlineData("""{"webhookEvent": 5}""", "webhook.event_missing")]
    [InlineData("""{"webhookEvent": {"webhookEvent": "jira:issue_updated"}}""", "webhook.event_missing")]
    [InlineData("""{"webhookEvent": "\ud800"}""", "webhook.event_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated"}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_created", "issue": null}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": "10042"}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": [{"id": "1"}]}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": {}}}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": "abc"}}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": -1}}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": 1.5}}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue": {"id": "99999999999999999999"}}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "jira:issue_deleted", "issue": {"key": "PAY-12"}}""", "webhook.issue_missing")]
    [InlineData("""{"webhookEvent": "project_deleted", "project": {"key": "PAY"}}""", "webhook.project_missing")]
    public void A_Body_That_Says_Nothing_Is_Refused_With_Its_Reason(string body, string code)
    {
        var outcome = reader.Read("d", Encoding.UTF8.GetBytes(body), complete: true);

        outcome.Error.ShouldNotBeNull().Code.ShouldBe(code);
        outcome.Error.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Fact]
    public void A_Byte_Order_Mark_Is_Skipped() =>
        Read([0xEF, 0xBB, 0xBF, .. new IssueBody().ToBytes()]).Snapshot.ShouldNotBeNull();

    [Fact]
    public void Of_Repeated_Members_The_Last_Counts()
    {
        var happened = Read("""{"webhookEvent": "x", "issue": {"id": "1", "key": "A-1"}, "issue": {"id": "2", "id": "3"}, "webhookEvent": "jira:issue_deleted"}"""u8);

        happened.Kind.ShouldBe(JiraEventKind.IssueDeleted);
        happened.Issue.ShouldBe(new IssueId(3));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    [InlineData(500_000)]
    public void Nesting_Of_Any_Depth_Is_Passed_Over(int depth)
    {
        var body = new IssueBody().ToJson();
        var deep = string.Concat(Enumerable.Repeat("[{\"content\":", depth)) + "1" + string.Concat(Enumerable.Repeat("}]", depth));
        var text = body.ToJsonString().Replace("\"summary\":", $"\"customfield_1\":{deep},\"summary\":", StringComparison.Ordinal);

        Read(Encoding.UTF8.GetBytes(text)).Snapshot.ShouldNotBeNull().StatusName.ShouldBe("In Progress");
    }

    [Fact]
    public void Bytes_That_Are_No_Text_Do_Not_Matter_Where_We_Do_Not_Read()
    {
        var body = new IssueBody().ToBytes();
        body[body.AsSpan().IndexOf("Pay out"u8)] = 0xFF;

        Read(body).Snapshot.ShouldNotBeNull();

        body[body.AsSpan().IndexOf("In Progress"u8)] = 0xFF;
        Read(body).Snapshot.ShouldBeNull();
    }

    [Fact]
    public void A_Long_Status_Is_Cut_Between_Characters()
    {
        var name = new string('x', 119) + "😀 and more";

        Read(new IssueBody { Status = name }.ToBytes()).Snapshot.ShouldNotBeNull().StatusName.ShouldBe(new string('x', 119));
    }

    [Fact]
    public void The_First_Part_Of_A_Long_Body_Names_The_Issue_To_Read_Again()
    {
        var body = new IssueBody().ToBytes();
        for (var length = 1; length < body.Length; length++)
        {
            var outcome = reader.Read("d", body.AsSpan(0, length), complete: false);

            outcome.Value.ShouldNotBeNull().Kind.ShouldBe(JiraEventKind.Unreadable);
            outcome.Value.Snapshot.ShouldBeNull();
            if (length > body.AsSpan().IndexOf("\"self\""u8))
            {
                outcome.Value.Issue.ShouldBe(new IssueId(10042));
            }
        }
    }

    [Fact]
    public void The_First_Part_Of_A_Long_Deletion_Is_Enough()
    {
        var happened = reader.Read("d", """{"webhookEvent": "jira:issue_deleted", "issue": {"id": "10042", "fields": {"descr"""u8, complete: false).Value.ShouldNotBeNull();

        happened.Kind.ShouldBe(JiraEventKind.IssueDeleted);
        happened.Issue.ShouldBe(new IssueId(10042));
    }

    [Fact]
    public void The_First_Part_Of_Something_Else_Is_Refused() =>
        reader.Read("d", "<html>"u8, complete: false).Error.ShouldNotBeNull().Code.ShouldBe("webhook.not_json");

    [Fact]
    public void Damaged_Bodies_Are_Read_Or_Refused_But_Never_Break_The_Reader()
    {
        var bodies = Gen.Elements(
            new IssueBody { Parent = 10040, Changes = [IssueBody.Change("IssueParentAssociation", null, "10040")] }.ToBytes(),
            """{"webhookEvent":"project_deleted","project":{"id":1},"timestamp":1}"""u8.ToArray());
        var damage = Gen.Choose(0, 5000).Zip(Gen.Choose(0, 255)).ArrayOf();

        Prop.ForAll(
            Arb.From(bodies.Zip(damage)),
            Arb.From(Gen.Elements(true, false)),
            (damaged, complete) =>
            {
                var body = damaged.Item1.ToArray();
                foreach (var (at, value) in damaged.Item2)
                {
                    body[at % body.Length] = (byte)value;
                }

                var outcome = reader.Read("d", body, complete);
                return outcome.Succeeded != (outcome.Error is not null);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Every_Real_Body_Is_Taken()
    {
        var taken = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("webhooks"), "*.json"))
        {
            var body = File.ReadAllBytes(file);
            if (JsonNode.Parse(body) is not JsonObject json || json["webhookEvent"] is null)
            {
                continue; // Headers, an index, a REST answer.
            }

            var happened = reader.Read("d", body, complete: true).Value.ShouldNotBeNull(file);
            var fields = json["issue"]?["fields"];
            if (happened.Kind is JiraEventKind.IssueChanged)
            {
                happened.Issue.ShouldNotBeNull(file);
                (happened.Snapshot is not null).ShouldBe(fields?["updated"] is not null && fields["status"] is not null, file);
            }

            taken++;
        }

        taken.ShouldBeGreaterThan(30);
    }

    private JiraEvent Read(JsonObject body) => Read(Encoding.UTF8.GetBytes(body.ToJsonString()));

    private JiraEvent Read(ReadOnlySpan<byte> body)
    {
        var outcome = reader.Read("d", body, complete: true);
        return outcome.Value.ShouldNotBeNull(outcome.Error?.Code);
    }
}
