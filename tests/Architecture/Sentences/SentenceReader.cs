using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OnCall.Architecture.Tests.Sentences;

/// <summary>
/// Finds what a string of a file can say. A choice in an argument (<c>{(few ? "500 MiB" : "5 %")}</c>) gives a form for each of its
/// words, also where it is made by a local variable, a constant or a private method of the file.
/// </summary>
internal sealed class SentenceReader(SyntaxNode root)
{
    private const int MostForms = 48;
    private const int Deepest = 5;

    /// <summary>Strings that were read as parts of others.</summary>
    public HashSet<SyntaxNode> Parts { get; } = [];

    /// <param name="whole">With what names and methods stand for; otherwise they stay arguments.</param>
    public IReadOnlyList<SentenceForm> Of(ExpressionSyntax expression, bool whole) => Of(expression, whole, 0);

    private IReadOnlyList<SentenceForm> Of(ExpressionSyntax expression, bool whole, int depth)
    {
        if (depth > 0)
        {
            Parts.Add(expression);
        }

        return expression switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => [Literal(literal)],
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } => [SentenceForm.Empty],
            InterpolatedStringExpressionSyntax text => Joined(text.Contents.Select(part => OfPart(part, whole, depth))),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when IsText(sum) => Joined([Of(sum.Left, whole, depth + 1), Of(sum.Right, whole, depth + 1)]),
            ParenthesizedExpressionSyntax inner => Of(inner.Expression, whole, depth + 1),
            ConditionalExpressionSyntax choice => Either([choice.WhenTrue, choice.WhenFalse], whole, depth),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => Either([choice.Left, choice.Right], whole, depth),
            SwitchExpressionSyntax choice => Either(choice.Arms.Select(arm => arm.Expression).Where(e => e is not ThrowExpressionSyntax), whole, depth),
            _ when IsWrapper(expression) is { } inner => Of(inner, whole, depth + 1),
            _ when whole && depth < Deepest && Declared(expression) is { Count: > 0 } values => Either(values, whole, depth),
            _ => [SentenceForm.Argument(NameOf(expression))],
        };
    }

    private IReadOnlyList<SentenceForm> OfPart(InterpolatedStringContentSyntax part, bool whole, int depth)
    {
        if (part is InterpolatedStringTextSyntax text)
        {
            return [new SentenceForm(text.TextToken.ValueText, [])];
        }

        var inner = ((InterpolationSyntax)part).Expression;
        var forms = Of(inner, whole, depth + 1);
        return forms.All(form => form.IsArgument) ? [SentenceForm.Argument(NameOf(inner))] : forms;
    }

    private List<SentenceForm> Either(IEnumerable<ExpressionSyntax> choices, bool whole, int depth) =>
        [.. choices.SelectMany(choice => Of(choice, whole, depth + 1)).DistinctBy(form => form.Text).Take(MostForms + 1)];

    private static IReadOnlyList<SentenceForm> Joined(IEnumerable<IReadOnlyList<SentenceForm>> parts) => parts.Aggregate(
        (IReadOnlyList<SentenceForm>)[SentenceForm.Empty],
        (all, next) => [.. all.SelectMany(_ => next, (before, after) => before.Then(after)).Take(MostForms + 1)]);

    private static SentenceForm Literal(LiteralExpressionSyntax literal)
    {
        // A validator fills these in: {MaxLength}.
        var isMessage = literal.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithMessage" });
        return isMessage ? ValidatorMessage.Read(literal.Token.ValueText) : new SentenceForm(literal.Token.ValueText, []);
    }

    /// <summary>The expressions whose value a name or a call within the file can have, where one of them is words.</summary>
    private List<ExpressionSyntax> Declared(ExpressionSyntax expression)
    {
        List<ExpressionSyntax> values = expression switch
        {
            IdentifierNameSyntax name => [.. Locals(name), .. Fields(name.Identifier.ValueText)],
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => [.. Returned(name.Identifier.ValueText)],
            _ => [],
        };
        return values.Any(value => value.DescendantNodesAndSelf().Any(IsString)) && !values.Contains(expression) ? values : [];
    }

    private static IEnumerable<ExpressionSyntax> Locals(IdentifierNameSyntax name) =>
        from member in name.Ancestors().OfType<MemberDeclarationSyntax>().Take(1)
        from local in member.DescendantNodes().OfType<VariableDeclaratorSyntax>()
        let value = local.Initializer?.Value
        where local.Identifier.ValueText == name.Identifier.ValueText && value is not null && !name.Ancestors().Contains(local)
        select Unwrapped(value);

    private IEnumerable<ExpressionSyntax> Fields(string name) =>
        from field in root.DescendantNodes().OfType<FieldDeclarationSyntax>()
        from declared in field.Declaration.Variables
        let value = declared.Initializer?.Value
        where declared.Identifier.ValueText == name && value is not null && IsString(value)
        select value;

    private IEnumerable<ExpressionSyntax> Returned(string name) =>
        from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.Identifier.ValueText == name && method.ReturnType.ToString() is "string" or "string?"
        from value in method.ExpressionBody is { } body
            ? [body.Expression]
            : method.DescendantNodes().OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>()
        select value;

    private static ExpressionSyntax Unwrapped(ExpressionSyntax value) => value is ParenthesizedExpressionSyntax inner ? Unwrapped(inner.Expression) : value;

    private static ExpressionSyntax? IsWrapper(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } bang => bang.Operand,
        InvocationExpressionSyntax call when call.ArgumentList.Arguments is [.., var last] && IsString(last.Expression)
            && call.Expression.ToString() is "string.Create" or "Text" or "FormattableString.Invariant" or "Invariant" => ((InvocationExpressionSyntax)expression).ArgumentList.Arguments[^1].Expression,
        _ => null,
    };

    internal static bool IsString(SyntaxNode node) =>
        node is InterpolatedStringExpressionSyntax || node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression };

    private static bool IsText(BinaryExpressionSyntax sum) => sum.DescendantNodes(node => node is BinaryExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalExpressionSyntax).Any(IsString);

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => SentenceForm.Camel(name.Identifier.ValueText),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name" or "Value" or "TotalMinutes" or "TotalSeconds" } owned => NameOf(owned.Expression),
        MemberAccessExpressionSyntax member => SentenceForm.Camel(member.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Trim" or "Format" } called } call
            when call.ArgumentList.Arguments.Count == 0 || called.Name.Identifier.ValueText == "ToString" => NameOf(called.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: [.., var last] } when NameOf(last.Expression) is var name && name != "value" => name,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => SentenceForm.Camel(called.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } => SentenceForm.Camel(called.Identifier.ValueText),
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
        BinaryExpressionSyntax sum => NameOf(sum.Left),
        PostfixUnaryExpressionSyntax bang => NameOf(bang.Operand),
        ConditionalExpressionSyntax choice => NameOf(choice.WhenTrue),
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        SimpleLambdaExpressionSyntax { Body: ExpressionSyntax body } => NameOf(body),
        _ => "value",
    };
}
