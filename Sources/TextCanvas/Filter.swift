/// What the operator typed after `/`, or gave to `--filter`: which rows of a table to show.
///
/// The grammar: words are substrings and all must match, in any cell; a word in lower case matches any case. `!word`
/// must not match; `a|b` is either; `=word` is a whole cell; `~word` has the letters in that order; `/re/` is a regular
/// expression; `col:word` looks in one column; `col>10`, `col<=5m` compare numbers, durations and sizes; quotes keep
/// spaces together. A column is named as in the heading or by its identifier, in any case.
///
/// ```swift
/// let filter = try Filter("fraud !aborted lag>1m", columns: ["job", "status", "lag"])
/// let matcher = filter.matcher()
/// let shown = rows.filter { row in matcher.matches { row.text(of: $0) } }
/// ```
public struct Filter: Sendable, Hashable {
    /// What was typed.
    public let text: String
    /// The columns that rows have.
    public let columns: [ColumnID]
    let clauses: [FilterClause]

    /// Reads a filter.
    ///
    /// - Parameters:
    ///   - text: what was typed; empty matches everything.
    ///   - columns: the columns that rows have; a word before `:` is a column only if it is one of these, because names
    ///     of features hold colons.
    /// - Throws: ``FilterProblem`` for a regular expression that is not one, an open quote, or a comparison with
    ///   something that is not a number.
    public init(_ text: String, columns: [ColumnID]) throws(FilterProblem) {
        self.text = text
        self.columns = columns
        var clauses: [FilterClause] = []
        for word in try FilterWords.split(text) {
            if let clause = try FilterClause(word, columns: columns) { clauses.append(clause) }
        }
        self.clauses = clauses
    }

    private init(columns: [ColumnID]) {
        self.text = ""
        self.columns = columns
        self.clauses = []
    }

    /// The filter that every row passes.
    public static func all(columns: [ColumnID] = []) -> Filter { Filter(columns: columns) }

    /// True when every row passes.
    public var isEmpty: Bool { clauses.isEmpty }

    /// The filter made ready for many rows. Not `Sendable`, because compiled expressions are not: make one where the
    /// rows are.
    public func matcher() -> FilterMatcher { FilterMatcher(self) }
}
