/// Reads the bytes of an RFC 3339 time, in one pass and without allocating.
struct TimestampParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    func parse(assumeUTC: Bool) -> Timestamp? {
        var parser = self
        return parser.consume(assumeUTC: assumeUTC)
    }

    private mutating func consume(assumeUTC: Bool) -> Timestamp? {
        guard let days = date(), separator(), let seconds = timeOfDay(), let nanoseconds = fraction(),
            let offset = zone(assumeUTC: assumeUTC), index == bytes.count
        else { return nil }
        let stamp = Timestamp(seconds: days * 86_400 + seconds - offset, nanoseconds: nanoseconds)
        return stamp.isRepresentable ? stamp : nil
    }

    private mutating func date() -> Int64? {
        guard let year = number(digits: 4), take(UInt8(ascii: "-")), let month = number(digits: 2),
            take(UInt8(ascii: "-")), let day = number(digits: 2)
        else { return nil }
        let date = CivilDate(year: Int64(year), month: month, day: day)
        return date.isValid ? date.daysSinceEpoch : nil
    }

    private mutating func separator() -> Bool {
        take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || take(UInt8(ascii: " "))
    }

    private mutating func timeOfDay() -> Int64? {
        guard let hour = number(digits: 2), hour < 24, take(UInt8(ascii: ":")), let minute = number(digits: 2),
            minute < 60, take(UInt8(ascii: ":")), let second = number(digits: 2), second < 60
        else { return nil }
        return Int64(hour * 3600 + minute * 60 + second)
    }

    private mutating func fraction() -> Int32? {
        guard take(UInt8(ascii: ".")) else { return 0 }
        var value: Int32 = 0
        var digits = 0
        while let digit = digit() {
            guard digits < 9 else { return nil }
            value = value * 10 + Int32(digit)
            digits += 1
        }
        guard digits > 0 else { return nil }
        for _ in digits..<9 { value *= 10 }
        return value
    }

    private mutating func zone(assumeUTC: Bool) -> Int64? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
        let sign: Int64
        if take(UInt8(ascii: "+")) {
            sign = 1
        } else if take(UInt8(ascii: "-")) {
            sign = -1
        } else {
            return assumeUTC ? 0 : nil
        }
        guard let hour = number(digits: 2), hour < 24, take(UInt8(ascii: ":")), let minute = number(digits: 2),
            minute < 60
        else { return nil }
        return sign * Int64(hour * 3600 + minute * 60)
    }

    private mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func digit() -> Int? {
        guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
        defer { index += 1 }
        return Int(bytes[index] - UInt8(ascii: "0"))
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }
}
