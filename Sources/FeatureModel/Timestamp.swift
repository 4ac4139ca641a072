/// An instant in UTC: whole seconds since 1970-01-01T00:00:00Z and nanoseconds within the second.
///
/// Both parts are kept and compared everywhere. The wire form is `google.protobuf.Timestamp`.
public struct Timestamp: Sendable, Hashable, Comparable, Codable {
    /// Seconds since the epoch; negative before it.
    public let seconds: Int64
    /// Nanoseconds forward from ``seconds``, 0…999,999,999.
    public let nanoseconds: Int32

    /// Makes an instant; nanoseconds outside of one second are carried over into the seconds.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        let billion: Int32 = 1_000_000_000
        var carry = Int64(nanoseconds / billion)
        var rest = nanoseconds % billion
        if rest < 0 {
            rest += billion
            carry -= 1
        }
        self.seconds = seconds &+ carry
        self.nanoseconds = rest
    }

    /// The epoch; a row whose event time is this carries no known time.
    public static let zero = Timestamp(seconds: 0)
    /// 0001-01-01T00:00:00Z, the earliest time a row may carry.
    public static let earliest = Timestamp(seconds: -62_135_596_800)
    /// 9999-12-31T23:59:59.999999999Z, the latest time a row may carry.
    public static let latest = Timestamp(seconds: 253_402_300_799, nanoseconds: 999_999_999)

    /// True within the years 1 to 9999; anything else makes a row a bad row.
    public var isRepresentable: Bool { self >= .earliest && self <= .latest }

    /// Earlier instants come first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds != right.seconds ? left.seconds < right.seconds : left.nanoseconds < right.nanoseconds
    }

    /// Whole seconds from `other` to this instant, as Feast counts ages: nanoseconds are left out on both sides. Between
    /// times that no calendar holds, as bytes of others may carry, the longest span that there is.
    public func wholeSeconds(since other: Timestamp) -> Int64 {
        let (span, isTooLong) = seconds.subtractingReportingOverflow(other.seconds)
        return isTooLong ? (seconds < 0 ? .min : .max) : span
    }
}
