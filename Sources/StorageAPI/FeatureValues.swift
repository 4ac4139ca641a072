public import FeatureModel

/// The values of one row, a view of memory that many rows may share: a value per feature asked for, nil for null.
///
/// A row that is kept keeps the memory of all of them: copy it with `Array(values)` to hold on to a single one.
public struct FeatureValues: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private let table: FeatureValueTable
    private let start: Int
    /// How many values there are.
    public let count: Int

    /// Makes a view of a part of a table.
    ///
    /// - Precondition: the range lies within the table.
    public init(_ table: FeatureValueTable, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= table.count, "the range leaves the table")
        self.table = table
        start = range.lowerBound
        count = range.count
    }

    /// Makes values that share nothing.
    public init(_ values: [FeatureValue?]) {
        self.init(FeatureValueTable(values), values.indices)
    }

    /// The values of a literal.
    public init(arrayLiteral elements: FeatureValue?...) {
        self.init(elements)
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// ``count``.
    public var endIndex: Int { count }

    /// The value at a place, counted from 0.
    public subscript(position: Int) -> FeatureValue? {
        precondition(position >= 0 && position < count, "there is no such value")
        return table[start + position]
    }
}

extension FeatureValues: Hashable {
    /// True where both have the same values, wherever they lie.
    public static func == (left: FeatureValues, right: FeatureValues) -> Bool { left.elementsEqual(right) }

    /// Feeds the values.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for value in self { hasher.combine(value) }
    }
}
