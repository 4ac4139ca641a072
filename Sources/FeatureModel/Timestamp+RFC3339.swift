extension Timestamp: CustomStringConvertible {
    /// The instant in RFC 3339, UTC, with as many fractional digits as it needs (none, 3, 6 or 9).
    public var description: String {
        var text = ""
        text.reserveCapacity(30)
        let (days, secondOfDay) = seconds.quotientAndRemainderRoundingDown(by: 86_400)
        let date = CivilDate(daysSinceEpoch: days)
        text += "\(Self.padded(date.year, to: 4))-\(Self.padded(Int64(date.month), to: 2))-"
        text += "\(Self.padded(Int64(date.day), to: 2))T\(Self.padded(secondOfDay / 3600, to: 2)):"
        text += "\(Self.padded(secondOfDay / 60 % 60, to: 2)):\(Self.padded(secondOfDay % 60, to: 2))"
        if nanoseconds != 0 {
            text += "." + fraction
        }
        return text + "Z"
    }

    private var fraction: String {
        let value = Int64(nanoseconds)
        if value % 1_000_000 == 0 { return Self.padded(value / 1_000_000, to: 3) }
        if value % 1_000 == 0 { return Self.padded(value / 1_000, to: 6) }
        return Self.padded(value, to: 9)
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }

    /// Reads RFC 3339 with a zone (`Z` or an offset), up to nanoseconds; a blank may stand for the `T`.
    ///
    /// - Parameters:
    ///   - text: such as `2013-01-01T06:00:00.5Z` or `2013-01-01 01:00:00-05:00`.
    ///   - assumeUTC: takes text without a zone as UTC instead of refusing it.
    /// - Returns: nil where the text is anything else, including days that the month does not have.
    public init?(rfc3339 text: some StringProtocol, assumeUTC: Bool = false) {
        var copy = String(text)
        let parsed = copy.withUTF8 { bytes in TimestampParser(bytes: bytes).parse(assumeUTC: assumeUTC) }
        guard let parsed else { return nil }
        self = parsed
    }

    /// Reads RFC 3339 from bytes, without making a `String`; see ``init(rfc3339:assumeUTC:)-swift.init``.
    public init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>, assumeUTC: Bool = false) {
        guard let parsed = TimestampParser(bytes: bytes).parse(assumeUTC: assumeUTC) else { return nil }
        self = parsed
    }
}
