public import FeatureModel

/// How the time column of a file is read.
public struct TimestampReading: Sendable, Hashable {
    /// The unit of times that are numbers since 1970-01-01T00:00:00Z.
    public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
        case seconds
        case milliseconds
        case microseconds
        case nanoseconds

        var nanoseconds: Int128 {
            switch self {
            case .seconds: 1_000_000_000
            case .milliseconds: 1_000_000
            case .microseconds: 1_000
            case .nanoseconds: 1
            }
        }
    }

    /// Takes RFC 3339 without a zone as UTC.
    public let assumesUTC: Bool
    /// Takes numbers as times in this unit, and nothing else; nil takes RFC 3339 and refuses numbers.
    public let unit: Unit?

    /// RFC 3339 with a zone, unless said otherwise.
    public init(assumesUTC: Bool = false, unit: Unit? = nil) {
        self.assumesUTC = assumesUTC
        self.unit = unit
    }

    /// Reads text that stands outside of a file, such as an option's.
    ///
    /// - Throws: where it is no time or an ambiguous one.
    public func timestamp(of text: String) throws(CellFault) -> Timestamp {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(CellFault) in try timestamp(of: UnsafeRawBufferPointer(bytes), kind: .text) }
        }
        return try result.get()
    }

    func timestamp(of cell: UnsafeRawBufferPointer, kind: CellSpan.Kind) throws(CellFault) -> Timestamp {
        guard kind == .text || kind == .number else { throw fault("a time in RFC 3339", cell, kind) }
        if let unit { return try number(cell, kind, in: unit) }
        let text = cell.assumingMemoryBound(to: UInt8.self)
        if kind == .text, let time = Timestamp(rfc3339: text, assumeUTC: assumesUTC) { return time }
        throw fault("a time in RFC 3339 with a zone, such as 2013-01-01T06:00:00Z", cell, kind, hint(text))
    }

    private func hint(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        if Timestamp(rfc3339: text, assumeUTC: true) != nil { return "--assume-utc takes times without a zone as UTC" }
        return NumberText.decimal(UnsafeRawBufferPointer(text)) == nil
            ? nil : "a number is ambiguous: say its unit with --timestamp-unit"
    }

    private func number(
        _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind, in unit: Unit
    ) throws(CellFault) -> Timestamp {
        let expected = "a number of \(unit.rawValue) since 1970, in the years 1 to 9999"
        guard let decimal = NumberText.decimal(cell), decimal.fraction == 0 || decimal.digits <= 9 else {
            throw fault(expected, cell, kind)
        }
        var scale: Int128 = 1
        for _ in 0..<decimal.digits { scale *= 10 }
        let (fraction, rest) = (Int128(decimal.fraction) * unit.nanoseconds).quotientAndRemainder(dividingBy: scale)
        let magnitude = Int128(decimal.whole) * unit.nanoseconds + fraction
        let total = decimal.isNegative ? -magnitude : magnitude
        let billion: Int128 = 1_000_000_000
        let seconds = total >= 0 ? total / billion : -((-total + billion - 1) / billion)
        guard rest == 0, let whole = Int64(exactly: seconds) else { throw fault(expected, cell, kind) }
        let time = Timestamp(seconds: whole, nanoseconds: Int32(total - seconds * billion))
        guard time.isRepresentable else { throw fault(expected, cell, kind) }
        return time
    }

    private func fault(
        _ expected: String, _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind, _ hint: String? = nil
    ) -> CellFault {
        CellFault(expected: expected, got: CellConverter.quoted(cell, kind: kind), hint: hint)
    }
}
