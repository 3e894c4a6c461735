using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Okrs;
using Addon.Core.Work;
using Addon.Web.Answers;
using Addon.Web.Okrs;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class PreviewTests
{
    [Fact]
    public async Task Dump()
    {
        if (Environment.GetEnvironmentVariable("PREVIEW") is not { } folder)
        {
            return;
        }

        var kr = Okr.KeyResult();
        var over = Okr.KeyResult(4, "Cut p95 checkout latency", 3);
        var worse = Okr.KeyResult(5, "Keep <script>alert(1)</script> \"quotes\" \u202Eesrever away from everything that is long and goes on", 14);
        await Write(folder, "issue-unanswered", Okr.Panel(choices: [.. Enumerable.Range(3, 14).Select(n => Okr.KeyResult(n, $"Key result number {n}"))]));
        await Write(folder, "issue-linked", Okr.Linked(kr));
        await Write(folder, "issue-three", Okr.Linked(kr, over, worse));
        await Write(folder, "issue-inherited", Okr.Linked(kr) with { Answer = new EffectiveAnswer(new Answer.Linked([kr.Id]), "PAY-1") });
        await Write(folder, "issue-notkr", Okr.Panel(new EffectiveAnswer(new Answer.NotKrWork(NotKrWorkReason.Other, "Moving desks to the second floor"), null), choices: [kr]));
        await Write(folder, "issue-empty", Okr.Panel());
        await Write(folder, "issue-anonymous", null);
        LinkedIssue[] issues =
        [
            new(new IssueId(1), "PAY-12", "In Progress", StatusCategory.InProgress, false),
            new(new IssueId(2), "PAY-13", "Done", StatusCategory.Done, true),
            new(new IssueId(3), "PAY-14", "Waiting for somebody in another building", StatusCategory.ToDo, true),
        ];
        var full = new ProjectPanel(
            new Scope(ScopeId.New(), ScopeKind.Team, "PAY"),
            [
                Okr.Objective(
                    2,
                    "Payments never stop",
                    [Okr.Item(kr, 1, 3, issues, "The on-call rota works since Monday"), Okr.Item(over, 7, 12, issues), Okr.Item(worse), Okr.Item(Okr.KeyResult(8, "Draft one", null, KeyResultState.Draft))],
                    Okr.Line(kr).Steps.Skip(1).ToList(),
                    "Fewer incidents in payments are fewer incidents for everyone."),
                Okr.Objective(6, "Another one", []),
            ],
            [Okr.Objective(1, "Run a service people trust", [Okr.Item(Okr.KeyResult(1, "Raise availability", null))])]);
        await WriteProject(folder, "project-full", full);
        await WriteProject(folder, "project-empty", new ProjectPanel(null, [], []));
        await WriteProject(folder, "project-anonymous", null);
    }

    private static async Task Write(string folder, string name, IssuePanel? panel) => await File.WriteAllTextAsync(
        Path.Combine(folder, name + ".html"),
        await Rendering.HtmlAsync<IssuePanelPage>(new { Panel = panel, IssueKey = "PAY-12", KeyResultsUrl = "https://x.atlassian.net/projects/PAY" }),
        TestContext.Current.CancellationToken);

    private static async Task WriteProject(string folder, string name, ProjectPanel? panel) => await File.WriteAllTextAsync(
        Path.Combine(folder, name + ".html"),
        await Rendering.HtmlAsync<ProjectPanelPage>(new { Panel = panel, Project = new ProjectId(10000), ProjectKey = "PAY", Person = Okr.Person.Value, Site = new Uri("https://x.atlassian.net") }),
        TestContext.Current.CancellationToken);
}
