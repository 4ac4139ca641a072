/// How much a sink likes to be given at a time. What is read, decoded and waits to be written is bounded by it.
public struct BatchSize: Sendable, Hashable {
    /// The most rows.
    public let rows: Int
    /// A batch ends when its payloads add up to this many bytes.
    public let bytes: Int

    /// Makes a size.
    public init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }

    /// Suits stores whose cost is by the row: enough that a batch's own cost does not count.
    public static let usual = BatchSize(rows: 5_000, bytes: 2 << 20)
}
