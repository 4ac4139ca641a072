/// Part of a log, and where to go on reading.
public struct LogChunk: Sendable, Hashable {
    /// Whole lines, oldest first. Hostile text: to be shown escaped.
    public let lines: [String]
    /// Give it back to read what came after.
    public let next: Int64
    /// Lines before these that were left out, where that is known.
    public let skippedBytes: Int64

    /// Makes a chunk.
    public init(lines: [String], next: Int64, skippedBytes: Int64) {
        self.lines = lines
        self.next = next
        self.skippedBytes = skippedBytes
    }
}
