import FeatureModel
import Operations
import TextCanvas

/// A row of the online inspector: one key, one feature.
struct OnlineRow: Identifiable, Equatable, Sendable {
    /// Its place in the answer.
    let id: Int
    let value: OnlineValue

    /// The feature without its project: `weather:temp`.
    var feature: String {
        (value.feature.featureSet.map { "\($0):" } ?? "") + value.feature.feature
    }

    /// The key: `origin="EWR"`.
    var key: String {
        value.entities.map { "\($0.name)=\(ValueText.short($0.value))" }.joined(separator: " ")
    }

    /// What the store holds; nothing where there is no row.
    var stored: TableCell {
        switch value.state {
        case .noKey: TableCell("")
        case .unknown where value.value == nil: TableCell("?", .unknown)
        case .present, .null, .tooOld, .unknown: TableCell(ValueText.short(value.value), ValueText.role(value.value))
        }
    }

    /// How old it is; `-` where no time is known.
    var age: TableCell {
        guard let seconds = value.ageSeconds, value.eventTimestamp != .zero else {
            return value.state == .noKey ? TableCell("") : .none
        }
        return TableCell(AgeText.describe(seconds: seconds), .time)
    }

    /// The state with its sign.
    var state: TableCell {
        switch value.state {
        case .present: TableCell("ok present", .ok)
        case .null: TableCell("-  null", .muted)
        case .noKey: TableCell("?  no key", .error)
        case .tooOld: TableCell("!  too old", .warn)
        case .unknown: TableCell("?  unknown", .unknown)
        }
    }
}
