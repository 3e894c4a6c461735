using System.Data;
using System.Data.Common;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Borders;

/// <summary>What the walls stand on: a use is found wherever it hides.</summary>
public sealed class TypeUsesTests
{
    public static TheoryData<Type> Users =>
    [
        typeof(ByBase), typeof(IByInterface), typeof(ByField), typeof(ByParameter), typeof(ByArgument), typeof(ByCall), typeof(ByClosure), typeof(ByAwait),
        typeof(ByCatch), typeof(ByTypeOf), typeof(ByAttribute), typeof(ByConstraint<>),
    ];

    [Theory]
    [MemberData(nameof(Users))]
    public void A_Use_Is_Found(Type user) => FindIn(user).ShouldNotBeEmpty();

    [Fact]
    public void Nothing_Is_Found_Where_Nothing_Is() => FindIn(typeof(ByNothing)).ShouldBeEmpty();

    private static IEnumerable<Type> FindIn(Type type) =>
        TypeUses.Of(type).Where(t => TypeUses.IsWithin(t.Namespace, "System.Data"))
            .Concat(type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic).SelectMany(FindIn));

    private static object Make() => throw new NotSupportedException();

    private static class ByNothing
    {
        public static string Text(int number) => number switch { 1 => "one", 2 => "two", 3 => "three", 4 => "four", _ => $"{number} System.Data" };
    }

    private abstract class ByBase : DbException;

    private interface IByInterface : IDataParameter;

    private static class ByField
    {
        public static readonly DbType Type = DbType.Int32;
    }

    private static class ByParameter
    {
        public static bool Has(DbType[] types) => types.Length > 0;
    }

    private static class ByArgument
    {
        public static int Count() => new List<Dictionary<string, DbType>>().Count;
    }

    private static class ByCall
    {
        public static int Count() => DbProviderFactories.GetProviderInvariantNames().Count();
    }

    private static class ByClosure
    {
        public static Func<object, bool> Is(int seed) => thing => seed > 0 && thing is DataTable;
    }

    private static class ByAwait
    {
        public static async Task<string?> ReadAsync()
        {
            await Task.Yield();
            return (Make() as DbCommand)?.CommandText;
        }
    }

    private static class ByCatch
    {
        public static void Try()
        {
            try
            {
                Make();
            }
            catch (DataException)
            {
                Make();
            }
        }
    }

    private static class ByTypeOf
    {
        public static string Name() => typeof(DataSet).Name;
    }

    [System.ComponentModel.TypeConverter(typeof(DataRow))]
    private static class ByAttribute;

    private static class ByConstraint<T>
        where T : DbConnection
    {
        public static bool Is(object thing) => thing is T;
    }
}
