import FeatureModel

/// How late rows are, as people read it: `850ms`, `1.4s`, `2m10s`; `-` when nobody knows.
enum LagText {
    static func of(milliseconds: Int64?) -> String {
        guard let milliseconds else { return "-" }
        switch milliseconds {
        case ..<1_000: return "\(milliseconds)ms"
        case ..<60_000: return "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100)s"
        default: return AgeText.describe(seconds: milliseconds / 1_000)
        }
    }
}
