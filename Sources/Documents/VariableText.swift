/// Text in which `${NAME}` stands for an environment variable, and `$${` for `${` itself.
public struct VariableText: Sendable, Hashable {
    /// Why text cannot be expanded.
    public struct Fault: Error, Sendable, Hashable {
        /// What is wrong, in a clause.
        public let message: String
        /// What to do; nil where the message says it.
        public let hint: String?
    }

    /// The text as written.
    public let written: String

    /// Wraps text as written.
    public init(_ written: String) {
        self.written = written
    }

    /// True for exactly one variable and nothing else: nothing of the value stands in the text.
    public var isVariableAlone: Bool {
        guard written.hasPrefix("${"), written.hasSuffix("}") else { return false }
        let name = written.dropFirst(2).dropLast()
        return !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte)
    }

    /// Puts the variables' values in their places.
    ///
    /// - Parameter environment: the variables.
    /// - Returns: the text, and whether it stood there as it is.
    /// - Throws: where a variable is not set, or its name does not end.
    public func expanded(by environment: [String: String]) throws(Fault) -> (text: String, isLiteral: Bool) {
        var rest = written[...]
        var result = ""
        var isLiteral = true
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                result += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                let (value, end) = try Self.variable(in: rest, environment)
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

    private static func variable(
        in text: Substring, _ environment: [String: String]
    ) throws(Fault) -> (value: String, end: Substring.Index) {
        guard let close = text.firstIndex(of: "}") else {
            throw Fault(message: "a ${ has no }", hint: "write $${ for the characters themselves")
        }
        let name = text[text.index(text.startIndex, offsetBy: 2)..<close]
        guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else {
            throw Fault(message: "between ${ and } there is no name of a variable", hint: nil)
        }
        guard let value = environment[String(name)] else {
            throw Fault(
                message: "the environment variable \(name) is not set", hint: "set it before starting larder")
        }
        return (value, text.index(after: close))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
