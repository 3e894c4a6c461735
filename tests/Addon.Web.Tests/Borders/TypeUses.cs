using System.Reflection;
using System.Reflection.Emit;

namespace Addon.Web.Tests.Borders;

/// <summary>Which types the compiled code of a type names: bases, signatures, attributes, locals, and every call, field and type of its bodies.</summary>
/// <remarks>Read from the assembly, because with implicit usings a file names a namespace without a line that says so. Only a constant leaves no trace.</remarks>
internal static class TypeUses
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types that <paramref name="type"/> names. What the compiler makes of it (closures, state machines) are types of their own, nested in it.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        HashSet<Type> uses = [];
        Add(uses, type.BaseType);
        AddAll(uses, type.GetInterfaces());
        AddAll(uses, type.GetGenericArguments().Where(a => a.IsGenericParameter).SelectMany(a => a.GetGenericParameterConstraints()));
        AddAttributes(uses, type);
        foreach (var member in type.GetMembers(Declared).Where(m => m is not Type))
        {
            AddAttributes(uses, member);
            AddSignature(uses, member);
            if (member is MethodBase method)
            {
                AddBody(uses, method);
            }
        }

        return uses;
    }

    /// <summary>Whether a namespace is <paramref name="room"/> or below it.</summary>
    public static bool IsWithin(string? space, string room) =>
        space is not null && (space.Equals(room, StringComparison.Ordinal) || space.StartsWith(room + ".", StringComparison.Ordinal));

    private static void AddSignature(HashSet<Type> uses, MemberInfo member)
    {
        Add(uses, member.DeclaringType);
        switch (member)
        {
            case Type type:
                Add(uses, type);
                break;
            case FieldInfo field:
                Add(uses, field.FieldType);
                break;
            case PropertyInfo property:
                Add(uses, property.PropertyType);
                break;
            case EventInfo happening:
                Add(uses, happening.EventHandlerType);
                break;
            case MethodBase method:
                Add(uses, (method as MethodInfo)?.ReturnType);
                AddAll(uses, method.GetParameters().Select(p => p.ParameterType));
                if (method.IsGenericMethod)
                {
                    AddAll(uses, method.GetGenericArguments().SelectMany(a => a.IsGenericParameter ? a.GetGenericParameterConstraints() : [a]));
                }

                break;
        }
    }

    private static void AddAttributes(HashSet<Type> uses, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            Add(uses, attribute.AttributeType);
            AddAll(uses, attribute.ConstructorArguments.Select(a => a.Value).OfType<Type>());
            AddAll(uses, attribute.NamedArguments.Select(a => a.TypedValue.Value).OfType<Type>());
        }
    }

    private static void AddBody(HashSet<Type> uses, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        AddAll(uses, body.LocalVariables.Select(l => l.LocalType));
        AddAll(uses, body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType));
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in TokensOf(body.GetILAsByteArray()!))
        {
            AddSignature(uses, method.Module.ResolveMember(token, ofType, ofMethod)!);
        }
    }

    /// <summary>The metadata tokens of methods, fields and types in a body (ECMA-335, III.1.9: one or two bytes of code, then the operand).</summary>
    private static IEnumerable<int> TokensOf(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var isShort = body[at] != 0xFE;
            var code = OpCodesByValue[isShort ? body[at] : unchecked((short)(0xFE00 | body[at + 1]))];
            at += isShort ? 1 : 2;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(body, at);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
                _ => 4,
            };
        }
    }

    private static void AddAll(HashSet<Type> uses, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(uses, type);
        }
    }

    private static void Add(HashSet<Type> uses, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(uses, type.GetElementType());
            return;
        }

        uses.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        if (type.IsConstructedGenericType)
        {
            AddAll(uses, type.GetGenericArguments());
        }
    }
}
