/// A filter made ready for many rows.
public struct FilterMatcher {
    private enum Test {
        case needle(TextNeedle)
        case whole(TextNeedle)
        case fuzzy([Character])
        case expression(Regex<AnyRegexOutput>)
        case compared(isGreater: Bool, isInclusive: Bool, to: Double)
    }

    private struct Clause {
        let isNegated: Bool
        let column: Int?
        let tests: [Test]
    }

    private let columns: [ColumnID]
    private let clauses: [Clause]

    init(_ filter: Filter) {
        columns = filter.columns
        clauses = filter.clauses.map { clause in
            Clause(
                isNegated: clause.isNegated, column: clause.column.flatMap { filter.columns.firstIndex(of: $0) },
                tests: clause.alternatives.compactMap(Self.test))
        }
    }

    /// A matcher that looks for one piece of text, spaces included: for searching in logs and documents.
    public init(searching text: String) {
        columns = ["line"]
        clauses = [Clause(isNegated: false, column: nil, tests: [.needle(TextNeedle(text))])]
    }

    /// True when the row passes: every word matches, and no negated one does.
    ///
    /// - Parameter cell: the text of the row in a column; asked for once per column.
    public func matches(_ cell: (ColumnID) -> String) -> Bool {
        guard !clauses.isEmpty else { return true }
        let cells = columns.map(cell)
        return clauses.allSatisfy { clause in
            let candidates = clause.column.map { cells[$0...$0] } ?? cells[...]
            let isFound = candidates.contains { text in clause.tests.contains { passes($0, text) } }
            return isFound != clause.isNegated
        }
    }

    /// The parts of a text that match the filter's words, in terminal columns, for underlining.
    public func ranges(in text: String) -> [Range<Int>] {
        clauses.filter { !$0.isNegated }.flatMap(\.tests).flatMap { ranges(of: $0, in: text) }
    }

    private static func test(_ pattern: FilterPattern) -> Test? {
        switch pattern {
        case .substring(let text): .needle(TextNeedle(text))
        case .whole(let text): .whole(TextNeedle(text))
        case .fuzzy(let text): .fuzzy(Array(text.lowercased()))
        case .expression(let source): FilterExpression.compile(source).map(Test.expression)
        case .compared(let isGreater, let isInclusive, let limit):
            .compared(isGreater: isGreater, isInclusive: isInclusive, to: limit)
        }
    }

    private func passes(_ test: Test, _ text: String) -> Bool {
        switch test {
        case .needle(let needle): return needle.isFound(in: text)
        case .whole(let needle): return needle.isWhole(text)
        case .expression(let expression): return text.firstMatch(of: expression) != nil
        case .fuzzy(let letters): return isSubsequence(letters, of: text)
        case .compared(let isGreater, let isInclusive, let limit):
            guard let value = Quantity.value(of: text) else { return false }
            return (isInclusive && value == limit) || (isGreater ? value > limit : value < limit)
        }
    }

    private func isSubsequence(_ letters: [Character], of text: String) -> Bool {
        var next = 0
        for character in text.lowercased() where next < letters.count && character == letters[next] { next += 1 }
        return next == letters.count
    }

    private func ranges(of test: Test, in text: String) -> [Range<Int>] {
        switch test {
        case .needle(let needle), .whole(let needle): return ranges(of: needle, in: text)
        case .expression(let expression):
            return text.matches(of: expression).filter { !$0.range.isEmpty }.map { match in
                columns(before: match.range.lowerBound, in: text)..<columns(before: match.range.upperBound, in: text)
            }
        case .fuzzy, .compared: return []
        }
    }

    private func ranges(of needle: TextNeedle, in text: String) -> [Range<Int>] {
        guard needle.length > 0 else { return [] }
        var found: [Range<Int>] = []
        var start = 0
        while let offset = needle.first(in: text, from: start) {
            start = offset + needle.length
            let bytes = text.utf8
            let lower = columns(before: bytes.index(bytes.startIndex, offsetBy: offset), in: text)
            found.append(lower..<columns(before: bytes.index(bytes.startIndex, offsetBy: start), in: text))
        }
        return found
    }

    private func columns(before index: String.Index, in text: String) -> Int {
        DisplayWidth.columns(of: String(text[..<index]))
    }
}
