/// The names that Prometheus takes: letters, digits and `_`, for metrics `:` besides; none begins with a digit.
enum MetricName {
    static func metric(_ name: String) -> String { spelled(name) { $0 == ":" } }

    static func label(_ name: String) -> String { spelled(name) { _ in false } }

    private static func spelled(_ name: String, allowing isAllowed: (Unicode.Scalar) -> Bool) -> String {
        var text = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    let isWordly =
                        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    return isWordly || scalar == "_" || isAllowed(scalar) ? scalar : "_"
                }))
        if text.first.map({ $0.isNumber }) ?? true { text = "_" + text }
        return text
    }
}
