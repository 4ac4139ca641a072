/// What a figure counts.
enum Unit: String, Codable, Sendable {
    case microseconds = "µs"
    case milliseconds = "ms"
    case seconds = "s"
    case percentOfCore = "% of a core"
    case mebibytes = "MiB"
    case rowsPerSecond = "rows/s"
    case keysPerSecond = "keys/s"

    /// A figure with its unit, as precise as it deserves.
    func text(_ figure: Double) -> String {
        switch self {
        case .rowsPerSecond, .keysPerSecond: "\(Self.grouped(Int(figure.rounded()))) \(rawValue)"
        case .seconds: "\(Self.rounded(figure, places: 3)) \(rawValue)"
        case .percentOfCore: "\(Self.rounded(figure, places: 2)) \(rawValue)"
        case .microseconds, .milliseconds, .mebibytes: "\(Self.rounded(figure, places: 1)) \(rawValue)"
        }
    }

    static func rounded(_ figure: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((figure.magnitude * scale).rounded())
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return (figure < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }

    private static func grouped(_ number: Int) -> String {
        var text = String(number)
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return text
    }
}
