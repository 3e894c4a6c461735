using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class AnswerStoreTests
{
    private static readonly IssueId Issue = new(12);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Three_Key_Results_Come_Back_By_Number(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var (site, keyResults) = await SiteAsync(db, stores, 3);

        await site.LinkAsync(12, keyResults[2], keyResults[0], keyResults[1]);

        ((Answer.Linked)await stores.Answers.FindAsync(site.Tenant, Issue, Ct)).KeyResults.ShouldBe(keyResults.Select(k => k.Id));
    }

    [Theory, Engines]
    public async Task Not_Kr_Work_Keeps_Reason_And_Note(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var (site, keyResults) = await SiteAsync(db, stores, 1);
        var answer = new Answer.NotKrWork(NotKrWorkReason.Other, "Moving the office to the second floor");
        await site.LinkAsync(12, keyResults[0]);

        await site.AnswerAsync(12, answer);

        (await stores.Answers.FindAsync(site.Tenant, Issue, Ct)).ShouldBe(answer);
        (await ActiveLinksAsync(site)).ShouldBe(0);
    }

    [Theory, Engines]
    public async Task Cleared_Answer_Is_Unanswered_And_The_Removal_Is_Remembered(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var (site, keyResults) = await SiteAsync(db, stores, 2);
        await site.LinkAsync(12, keyResults[0], keyResults[1]);

        await stores.Answers.SaveAsync(site.Tenant, Issue, Answer.Unanswered.Instance, Site.Ben, Ct);

        (await stores.Answers.FindAsync(site.Tenant, Issue, Ct)).ShouldBeOfType<Answer.Unanswered>();
        (await stores.Session.QueryAsync<string>(
            "SELECT removed_by FROM issue_link WHERE tenant_id = @tenant AND removed_at IS NOT NULL", new { tenant = site.Tenant.Value }, Ct))
            .ShouldBe([Site.Ben.Value, Site.Ben.Value]);
    }

    [Theory, Engines]
    public async Task Linking_Again_Revives_The_Link(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var (site, keyResults) = await SiteAsync(db, stores, 2);
        await site.LinkAsync(12, keyResults[0]);
        await site.LinkAsync(12, keyResults[1]);

        await site.LinkAsync(12, keyResults[0]);

        ((Answer.Linked)await stores.Answers.FindAsync(site.Tenant, Issue, Ct)).KeyResults.ShouldBe([keyResults[0].Id]);
        (await ActiveLinksAsync(site)).ShouldBe(1);
    }

    [Theory, Engines]
    public async Task Two_People_At_Once_Leave_One_Of_The_Two_Answers(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var (site, keyResults) = await SiteAsync(db, stores, 8);

        await Task.WhenAll(keyResults.Select(keyResult => Task.Run(
            async () =>
            {
                await using var mine = db.Scope();
                await mine.Answers.SaveAsync(site.Tenant, Issue, new Answer.Linked([keyResult.Id]), Site.Anna, Ct);
            },
            Ct)));

        ((Answer.Linked)await stores.Answers.FindAsync(site.Tenant, Issue, Ct)).KeyResults.Count.ShouldBe(1);
    }

    private static async Task<int> ActiveLinksAsync(Site site) => await site.Stores.Session.FindAsync<int>(
        "SELECT COUNT(*) FROM issue_link WHERE tenant_id = @tenant AND removed_at IS NULL", new { tenant = site.Tenant.Value }, Ct);

    private static async Task<(Site Site, List<KeyResult> KeyResults)> SiteAsync(TestDatabase db, StoreScope stores, int count)
    {
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));
        List<KeyResult> keyResults = [];
        for (var i = 0; i < count; i++)
        {
            keyResults.Add(await site.AddKeyResultAsync(objective));
        }

        return (site, keyResults);
    }
}
