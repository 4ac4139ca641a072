/// Durations as proto-JSON writes them: seconds with an `s`, such as `7200s`.
enum DurationText {
    /// The largest that the proto allows: about ten thousand years.
    private static let most: Int64 = 315_576_000_000

    /// Whole seconds, zero and up.
    static func wholeSeconds(_ node: DocumentNode) throws(DocumentError) -> Int64 {
        let text = try node.scalarText()
        let hint = "write whole seconds such as 7200s"
        guard text.hasSuffix("s") else { throw node.error("expected a duration, got \(node.kind)", hint: hint) }
        let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(isDigits) else {
            throw node.error("expected a duration", hint: hint)
        }
        guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else {
            throw node.error("ages count whole seconds", hint: hint)
        }
        guard let seconds = Int64(parts[0]), seconds <= most else {
            throw node.error("the duration is longer than \(most)s")
        }
        return seconds
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
