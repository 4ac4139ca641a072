/// A value and where in its file it was written.
struct Located<Value: Sendable>: Sendable {
    var value: Value
    /// The line, from 1.
    var line: Int
    /// The column, from 1.
    var column: Int
}
