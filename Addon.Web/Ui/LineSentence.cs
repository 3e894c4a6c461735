using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Addon.Web.Ui;

/// <summary>The words of <see cref="StraightLine.ToSentence"/>, with emphasis.</summary>
/// <remarks>Written by hand and not as a .razor file, because there a line break between two parts would be read as a space.</remarks>
public sealed class LineSentence : ComponentBase
{
    /// <summary>What the sentence begins with, for example an issue key.</summary>
    [Parameter, EditorRequired]
    public required string Subject { get; set; }

    /// <summary>The line to tell.</summary>
    [Parameter, EditorRequired]
    public required StraightLine Line { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "sentence");
        builder.AddContent(2, $"{Subject} moves ");
        builder.OpenRegion(3);
        AddNamed(builder, Line.KeyResult.Key, Line.KeyResult.Title);
        builder.CloseRegion();
        builder.AddContent(4, $" ({KeyResultText.FromTo(Line.KeyResult)})");
        foreach (var step in Line.Steps)
        {
            if (step.Through is { } through)
            {
                builder.AddContent(5, ", through ");
                builder.OpenRegion(6);
                AddNamed(builder, KeyResult.KeyOf(through.Number), through.Title);
                builder.CloseRegion();
            }

            builder.AddContent(7, step.Scope == ScopeKind.Company ? ", for company objective " : ", for ");
            builder.OpenRegion(8);
            AddNamed(builder, Objective.KeyOf(step.Number), step.Title);
            builder.CloseRegion();
        }

        builder.AddContent(9, ".");
        builder.CloseElement();
    }

    /// <summary>A key and its title; the title is isolated, so that right-to-left text in it turns nothing around it.</summary>
    private static void AddNamed(RenderTreeBuilder builder, string key, string title)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "key");
        builder.AddContent(2, key);
        builder.CloseElement();
        builder.AddContent(3, " ");
        builder.OpenElement(4, "em");
        builder.OpenElement(5, "bdi");
        builder.AddContent(6, title);
        builder.CloseElement();
        builder.CloseElement();
    }
}
