/// A moment as the console shows it: seconds since 1970 in UTC, with nanoseconds.
public struct WallTime: Sendable, Hashable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds within the second.
    public let nanoseconds: Int32

    /// Makes a moment.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Earlier moments come first.
    public static func < (left: WallTime, right: WallTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The time that has passed since an earlier moment; negative when that one is later.
    public func since(_ earlier: WallTime) -> Duration {
        .seconds(seconds - earlier.seconds) + .nanoseconds(Int64(nanoseconds) - Int64(earlier.nanoseconds))
    }

    /// The moment a while later.
    public func advanced(by duration: Duration) -> WallTime {
        let (whole, fraction) = duration.components
        let total = Int64(nanoseconds) + fraction / 1_000_000_000
        let carry = total < 0 ? -1 : total / 1_000_000_000
        return WallTime(seconds: seconds + whole + carry, nanoseconds: Int32(total - carry * 1_000_000_000))
    }

    /// The time of day in UTC, as in the header: `12:04:31`.
    public var timeOfDay: String {
        let second = Self.modulo(seconds, 86_400)
        return [second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":")
    }

    /// The day and the second in UTC: `2020-06-04T12:04:31Z`.
    public var timestampText: String {
        let (year, month, day) = date
        return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))T\(timeOfDay)Z"
    }

    /// The civil date, by counting days from 0000-03-01 in eras of 400 years.
    private var date: (year: Int64, month: Int64, day: Int64) {
        let days = (seconds - Self.modulo(seconds, 86_400)) / 86_400 + 719_468
        let dayOfEra = Self.modulo(days, 146_097)
        let era = (days - dayOfEra) / 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func modulo(_ value: Int64, _ divisor: Int64) -> Int64 {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
