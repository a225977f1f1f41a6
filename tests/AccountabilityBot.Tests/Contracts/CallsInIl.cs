using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>Who calls what, read from the compiled code: whatever the source looks like, a call is a call.</summary>
static class CallsInIl
{
    static readonly Dictionary<int, OpCode> _codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Every use of a method, as a call or as a delegate.</summary>
    /// <param name="of">By namespace and name of the type whose methods are looked for.</param>
    /// <returns>The outermost type that the code stands in (lambdas and state machines belong to it), and the method.</returns>
    internal static IReadOnlyList<(string Caller, string Method)> In(string assembly, Func<string, bool> of)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
                .Where(method => method.RelativeVirtualAddress != 0)
                .SelectMany(method => Used(file, metadata, method, of))
                .Distinct().Order(),
        ];
    }

    static IEnumerable<(string Caller, string Method)> Used(PEReader file, MetadataReader metadata, MethodDefinition method, Func<string, bool> of)
    {
        var caller = Outermost(metadata, method.GetDeclaringType());
        foreach (var token in MethodTokens(file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
        {
            if (Named(metadata, MetadataTokens.EntityHandle(token)) is { } used && of(used.Type) && used.Type != caller)
                yield return (caller, $"{used.Type[(used.Type.LastIndexOf('.') + 1)..]}.{used.Method}");
        }
    }

    static IEnumerable<int> MethodTokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xFE)
                value = (0xFE << 8) | il[at++];
            var code = _codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    static (string Type, string Method)? Named(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var own = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return (Outermost(metadata, own.GetDeclaringType()), metadata.GetString(own.Name));
            case HandleKind.MemberReference:
                var foreign = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return NameOf(metadata, foreign.Parent) is { } type ? (type, metadata.GetString(foreign.Name)) : null;
            case HandleKind.MethodSpecification:
                return Named(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            default:
                return null;
        }
    }

    static string? NameOf(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => FullName(metadata, metadata.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeDefinition => Outermost(metadata, (TypeDefinitionHandle)type),
        _ => null,
    };

    static string FullName(MetadataReader metadata, TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
