/// A tag of a metric, in the form of DogStatsD.
struct StatsDTag: Sendable, Hashable {
    let text: String

    /// - Parameter value: what would end the tag, the line or the metric is replaced by `_`.
    init(_ key: String, _ value: String) {
        text = "\(key):\(String(String.UnicodeScalarView(value.unicodeScalars.map(Self.harmless))))"
    }

    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "|", ",", "#", ":", "@": "_"
        default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .control ? "_" : scalar
        }
    }
}
