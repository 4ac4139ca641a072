/// Reads how many there are of something, as a server tells it.
enum ServerCount {
    /// What is larger, or negative, no server can mean; within it, sums and differences of many fit.
    private static let plausible: ClosedRange<Int64> = 0...1 << 53

    /// A count from a reply; nil where it is none.
    static func read(_ number: Int64?) -> Int64? {
        number.flatMap { plausible.contains($0) ? $0 : nil }
    }

    /// A count from a line of `INFO`; nil where it is none.
    static func read(_ text: Substring?) -> Int64? { read(text.flatMap { Int64($0) }) }
}
