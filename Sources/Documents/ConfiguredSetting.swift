/// Where a setting of a `config` map stands, and where its value came from. The value itself is in the definition.
public struct ConfiguredSetting: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
    /// True where the value stands in the file as it is; false where `${VAR}` brought all or part of it. A file with a
    /// literal secret must not be readable by others.
    public let isLiteral: Bool

    /// Makes a note of a setting's place.
    public init(line: Int, column: Int, isLiteral: Bool) {
        self.line = line
        self.column = column
        self.isLiteral = isLiteral
    }
}
