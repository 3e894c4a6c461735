using Addon.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Http;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("GET /connect/issue-panel?issueId=1#&jwt=x HTTP/1.1")]
    [InlineData("GET /health/live#x HTTP/1.1")]
    [InlineData("GET http://straightline.example.test/health/live?#x HTTP/1.1")]
    public async Task An_Address_With_A_Fragment_Is_Refused_Before_Anything_Looks_At_It(string requestLine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var app = await AddonApp.StartAsync();
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(app.Http.BaseAddress!.Host, app.Http.BaseAddress.Port, ct);
        await using var stream = socket.GetStream();

        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{requestLine}\r\nHost: straightline.example.test\r\nConnection: close\r\n\r\n"), ct);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync(ct)).ShouldBe("HTTP/1.1 400 Bad Request");
    }
}
