/// The greatest created time before a committed offset, as text that the brokers keep with the offset.
///
/// Times of producers may run backwards, created times may not. With this, a consumer that begins in the middle of a
/// partition gives its records the same created times as one that has read it from the start.
enum CommittedTime {
    private static let prefix = "created<="

    static func text(_ milliseconds: Int64) -> String { "\(prefix)\(milliseconds)" }

    /// Reads it; nil from what others keep there.
    static func milliseconds(_ text: String) -> Int64? {
        text.hasPrefix(prefix) ? Int64(text.dropFirst(prefix.count)) : nil
    }
}
