/// Puts environment variables in the place of `${NAME}`; `$${` stands for `${` itself.
struct VariableExpansion {
    let environment: [String: String]

    /// - Returns: the text, and whether it stood in the file as it is.
    /// - Throws: where a variable is not set, or its name does not end.
    func expand(_ node: DocumentNode) throws(DocumentError) -> (text: String, isLiteral: Bool) {
        var rest = try node.scalarText()[...]
        var result = ""
        var isLiteral = true
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                result += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                let (value, end) = try variable(in: rest, node)
                result += value
                rest = rest[end...]
                isLiteral = false
            } else {
                result += "$"
                rest = rest.dropFirst()
            }
        }
        return (result + rest, isLiteral)
    }

    private func variable(
        in text: Substring, _ node: DocumentNode
    ) throws(DocumentError) -> (value: String, end: Substring.Index) {
        guard let close = text.firstIndex(of: "}") else {
            throw node.error("a ${ has no }", hint: "write $${ for the characters themselves")
        }
        let name = text[text.index(text.startIndex, offsetBy: 2)..<close]
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else {
            throw node.error("between ${ and } there is no name of a variable")
        }
        guard let value = environment[String(name)] else {
            throw node.error("the environment variable \(name) is not set", hint: "set it before starting larder")
        }
        return (value, text.index(after: close))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
