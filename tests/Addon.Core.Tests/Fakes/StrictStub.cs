using System.Reflection;

namespace Addon.Core.Tests.Fakes;

/// <summary>A port of which a test answers the calls of some signatures; any other call fails the test.</summary>
public class StrictStub : DispatchProxy
{
    private Delegate[] answers = [];

    public static T For<T>(params Delegate[] answers)
        where T : class
    {
        var port = Create<T, StrictStub>();
        ((StrictStub)(object)port).answers = answers;
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        (Array.Find(answers, a => HasSignatureOf(a.Method, targetMethod!)) ?? throw new NotSupportedException($"Nobody expected {targetMethod}.")).DynamicInvoke(args);

    private static bool HasSignatureOf(MethodInfo answer, MethodInfo asked) =>
        answer.ReturnType == asked.ReturnType && answer.GetParameters().Select(p => p.ParameterType).SequenceEqual(asked.GetParameters().Select(p => p.ParameterType));
}
