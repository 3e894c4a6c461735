using Xunit;

namespace Addon.Web.Tests.Ui;

/// <summary>Titles that somebody may type to break a page.</summary>
internal static class HostileText
{
    public static TheoryData<string> Titles =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</template></option></select><script>alert(1)</script>",
        "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
        "&lt;b&gt; &amp;amp;",
        "\u202Etxet desrever \u2066isolate\u2069",
        "مؤشر الأداء الرئيسي",
        "javascript:alert(1)",
    ];
}
