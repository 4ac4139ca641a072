import ConsoleKit
import Operations
import TextCanvas

extension HealthState {
    /// What it means on the screen.
    var role: Role {
        switch self {
        case .unknown: .unknown
        case .up: .ok
        case .slow, .degraded: .warn
        case .down: .error
        }
    }

    /// The word; what is wrong is written large.
    var word: String {
        switch self {
        case .unknown: "unknown"
        case .up: "up"
        case .slow: "SLOW"
        case .degraded: "DEGRADED"
        case .down: "DOWN"
        }
    }

    /// Its sign.
    func mark(_ glyphs: GlyphSet) -> TableMark {
        switch self {
        case .unknown: TableMark(glyphs.unknown, role)
        case .up: TableMark(glyphs.running, role)
        case .slow: TableMark(glyphs.starting, role)
        case .degraded, .down: TableMark(glyphs.error, role)
        }
    }

    /// Its place in a list, the most troubled first.
    var rank: Int {
        switch self {
        case .down: 0
        case .degraded: 1
        case .slow: 2
        case .unknown: 3
        case .up: 4
        }
    }

    /// The same as the header knows it.
    var condition: ConsoleKit.EndpointHealth.Condition {
        switch self {
        case .unknown: .unknown
        case .up: .up
        case .slow: .slow
        case .degraded: .degraded
        case .down: .down
        }
    }
}
