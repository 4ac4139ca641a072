/// One word of a filter, read.
struct FilterClause: Sendable, Hashable {
    var isNegated: Bool
    var column: ColumnID?
    var alternatives: [FilterPattern]

    /// Reads a word; nil for words that ask for nothing yet, such as a lone `!` while typing.
    init?(_ word: String, columns: [ColumnID]) throws(FilterProblem) {
        var rest = word[...]
        isNegated = rest.hasPrefix("!")
        if isNegated { rest = rest.dropFirst() }
        if let comparison = try Self.comparison(rest, columns) {
            (column, alternatives) = (comparison.column, [comparison.pattern])
            return
        }
        if let colon = rest.firstIndex(of: ":"), let named = Self.column(rest[..<colon], columns) {
            column = named
            rest = rest[rest.index(after: colon)...]
        }
        alternatives = try Self.alternatives(rest)
        if alternatives.isEmpty { return nil }
    }

    private static func alternatives(_ text: Substring) throws(FilterProblem) -> [FilterPattern] {
        if text.hasPrefix("/") { return try expression(text) }
        if text.hasPrefix("\"") { return unquoted(text).isEmpty ? [] : [.substring(unquoted(text))] }
        return text.split(separator: "|").compactMap { part in
            if part.hasPrefix("="), part.count > 1 { return .whole(unquoted(part.dropFirst())) }
            if part.hasPrefix("~"), part.count > 1 { return .fuzzy(String(part.dropFirst())) }
            return part == "=" || part == "~" ? nil : .substring(unquoted(part))
        }
    }

    /// An expression counts while it is being typed, before its second slash: what is shown narrows letter by letter.
    private static func expression(_ text: Substring) throws(FilterProblem) -> [FilterPattern] {
        var source = String(text.dropFirst())
        if source.hasSuffix("/") { source.removeLast() }
        if source.isEmpty { return [] }
        guard FilterExpression.compile(source) != nil else {
            throw FilterProblem(word: String(text), reason: "not a regular expression")
        }
        return [.expression(source)]
    }

    private static func unquoted(_ text: Substring) -> String {
        text.filter { $0 != "\"" }
    }

    private static func column(_ name: Substring, _ columns: [ColumnID]) -> ColumnID? {
        let lowered = name.lowercased()
        return columns.first { $0.rawValue.lowercased() == lowered }
    }

    private static func comparison(_ text: Substring, _ columns: [ColumnID]) throws(FilterProblem)
        -> (column: ColumnID, pattern: FilterPattern)?
    {
        guard let sign = text.firstIndex(where: { $0 == "<" || $0 == ">" }),
            let column = column(text[..<sign], columns)
        else { return nil }
        var rest = text[text.index(after: sign)...]
        let isInclusive = rest.hasPrefix("=")
        if isInclusive { rest = rest.dropFirst() }
        guard !rest.isEmpty else { return (column, .substring("")) }
        guard let limit = Quantity.value(of: String(rest)) else {
            throw FilterProblem(word: String(text), reason: "\(rest) is not a number, duration or size")
        }
        return (column, .compared(isGreater: text[sign] == ">", isInclusive: isInclusive, to: limit))
    }
}
