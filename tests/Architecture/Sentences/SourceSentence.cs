using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OnCall.Architecture.Tests.Sentences;

/// <summary>A string of the sources that reads like a sentence or a part of one.</summary>
/// <param name="Forms">All ways in which it can come out.</param>
internal sealed partial record SourceSentence(string Path, int Line, IReadOnlyList<SentenceForm> Forms)
{
    private const int FewForms = 8;

    public static IReadOnlyList<SourceSentence> In(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetRoot();
        var reader = new SentenceReader(root);
        var strings = root.DescendantNodes().OfType<ExpressionSyntax>().Where(node => IsWhole(node) && !IsForMachines(node)).ToList();
        var found = strings.ConvertAll(node => (Node: node, Forms: FormsOf(reader, node)));
        return
        [
            .. from sentence in found
               where !sentence.Node.AncestorsAndSelf().Any(reader.Parts.Contains)
               let forms = sentence.Forms.Where(form => IsTitle(sentence.Node) || ReadsLikeWords(form.Text)).ToList()
               where forms.Count > 0
               select new SourceSentence(file.Path, sentence.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, forms),
        ];
    }

    private static IReadOnlyList<SentenceForm> FormsOf(SentenceReader reader, ExpressionSyntax node)
    {
        var parts = new HashSet<SyntaxNode>(reader.Parts);
        var whole = reader.Of(node, whole: true);
        if (whole.Count <= FewForms)
        {
            return whole;
        }

        // Too many to write each: what names and methods stand for is translated by itself.
        reader.Parts.IntersectWith(parts);
        return reader.Of(node, whole: false);
    }

    /// <summary>A string that is not a part of a larger one.</summary>
    private static bool IsWhole(ExpressionSyntax node)
    {
        if (!SentenceReader.IsString(node) && node is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
        {
            return false;
        }

        if (node is BinaryExpressionSyntax && !node.DescendantNodes().Any(SentenceReader.IsString))
        {
            return false;
        }

        return node.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };
    }

    private static bool IsForMachines(SyntaxNode node) => node.Ancestors().Any(around => around
        is AttributeSyntax
        or ThrowStatementSyntax
        or ThrowExpressionSyntax
        or CaseSwitchLabelSyntax
        or ConstantPatternSyntax
        or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "InvalidOperationException" or "ArgumentException" } })
        || node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" } } }
        || IsAskedFor(node);

    /// <summary>A screen's own text, <c>t["…"]</c>: the tests of the screens' words see to those.</summary>
    private static bool IsAskedFor(SyntaxNode node) => node.Ancestors().OfType<ArgumentSyntax>().Any(argument => argument.Parent?.Parent
        is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "t" or "T" } }
        or InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "t" or "T" }, Name.Identifier.ValueText: "Html" or "Many" },
        });

    /// <summary>Titles of refusals may be one word.</summary>
    private static bool IsTitle(SyntaxNode node) => node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax } list }
        && list.Arguments.Count >= 4 && list.Arguments[0].ToString().StartsWith("RefusalKind.", StringComparison.Ordinal) && list.Arguments[2].Expression == node;

    private static bool ReadsLikeWords(string text) => Words().IsMatch(text);

    [GeneratedRegex("""[A-Za-z\u0001][,;:.'"”\])]? [^A-Za-z\u0001]{0,3}[A-Za-z]|[A-Za-z][,;:.]? [^A-Za-z\u0001]{0,3}[A-Za-z\u0001]|[a-z]\.$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
